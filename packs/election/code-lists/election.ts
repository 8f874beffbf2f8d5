import { blocks } from '#engines/case/model';

const { codeList, items } = blocks;
const list = (id: string, zh: string, en: string, rows: readonly blocks.ItemRow[], source = 'proposed') =>
  codeList(`election.${id}`, zh, en, source, items(rows));

export const committees = list('committees', '换届类型', 'Kinds of elections', [
  ['community', '社区“两委”', 'Community party committee and residents’ committee'],
  ['village', '村“两委”', 'Village party committee and villagers’ committee'],
  ['merged', '村改居社区“两委”', 'Former village, now a community'],
]);
export const methodKinds = list('method-kinds', '办法类型', 'Kinds of methods', [
  ['recommendation', '候选人预备人选推荐产生办法', 'How nominees are recommended'],
  ['voting', '投票选举办法', 'How votes are cast'],
  ['both', '推荐（投票）办法', 'Recommendation and voting'],
]);
export const commentKinds = list('comment-kinds', '换届意见类型', 'What comments are about', [
  ['method', '对推荐（投票）办法的意见', 'The method'],
  ['roll', '对选民登记名单的意见', 'The roll of voters'],
  ['conduct', '反映换届纪律问题', 'Discipline of the election'],
  ['advice', '对新一届班子的期望建议', 'Wishes for the new committee'],
]);
export const filingKinds = list(
  'filing-kinds',
  '备案事项',
  'What is filed',
  [
    ['posts', '“两委”成员职数', 'Number of posts'],
    ['results', '换届选举结果', 'Results of the election'],
    ['supplement', '补选结果', 'Result of a by-election'],
  ],
  '县委组织部、县民政局备案要求',
);
export const vacancyKinds = list(
  'vacancy-kinds',
  '出缺与调整情形',
  'Why a seat is filled anew',
  [
    ['resigned', '辞职', 'Resigned'],
    ['recalled', '罢免', 'Recalled'],
    ['ceased', '职务依法自行终止', 'Ended by law'],
    ['gone', '去世或迁出', 'Died or moved away'],
    ['never-filled', '换届时职位空缺', 'Never filled at the election'],
    ['weak', '不胜任现职，拟调整', 'Not up to the post'],
  ],
  '《城市居民委员会组织法》（2025 年修订）第三章；条号未核对',
);
export const candidateSources = list('candidate-sources', '人选来源', 'Where nominees come from', [
  ['returned', '外出务工经商返乡人员', 'Returned from work elsewhere'],
  ['skilled', '致富能手、合作组织负责人', 'Farmers and heads of cooperatives'],
  ['veteran', '退役军人', 'Veteran'],
  ['graduate', '本土大学毕业生', 'Local graduate'],
  ['teacher', '村医村教', 'Doctor or teacher'],
  ['retired', '退居二线或退休公职人员', 'Retired official'],
  ['worker', '社区工作者', 'Community worker'],
]);
export const positions = list('positions', '“两委”职务', 'Seats', [
  ['party-head', '党组织书记', 'Party secretary'],
  ['party-deputy', '党组织副书记', 'Deputy secretary'],
  ['party-member', '党组织委员', 'Member of the party committee'],
  ['head', '居（村）委会主任', 'Head of the committee'],
  ['deputy', '居（村）委会副主任', 'Deputy head'],
  ['member', '居（村）委会委员', 'Member of the committee'],
]);
