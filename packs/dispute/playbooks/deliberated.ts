import { type Action, blocks } from '#engines/case/model';

const { choice, line, lines, simple } = blocks;

/**
 * 协商议事作为化解途径 (S177): what several households are concerned by is talked over in public. The dispute waits for the
 * deliberation, which is a matter of its own; its words come back to it. Nothing of the parties goes along.
 */
export const deliberating = {
  form: [
    line('topic', '议题', 'Topic', {
      required: true,
      max: 120,
      hint: { zh: '议题会公开，不写当事人姓名和门牌', en: 'The topic is public: no names and no door numbers' },
    }),
    lines('why', { zh: '为什么适合大家商量', en: 'Why it is for all to talk over' }, { required: true }),
    simple('yes-no', 'agreed', '当事人同意协商', 'The parties agree', { required: true }),
  ],
  effects: [
    {
      effect: 'case.open',
      playbook: 'party-matters.deliberation',
      category: '"conflict"',
      values: { topic: 'form.topic', why: 'form.why' },
    },
  ],
  atMost: 2,
  tells: [{ what: 'route', value: '"deliberation"' }],
} as const satisfies Partial<Action>;

/** How the deliberation came out, as it is written into the dispute. */
export const outcomeOfTalks = choice(
  'came',
  '协商结果',
  'How it came out',
  [
    ['agreed', '达成一致并落实', 'Agreed and carried out'],
    ['partly', '部分一致', 'Partly'],
    ['not', '未达成一致', 'Not agreed'],
    ['declined', '未列入协商', 'Not taken on'],
  ],
  { required: true },
);
