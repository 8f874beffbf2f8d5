import { demoPath } from './demo-ids.ts';
import type { DemoPlaces } from './places.ts';
import type { DemoBody } from './staff.ts';

type AddBody = (kind: string, name: string, territory: string, ...superiors: readonly DemoBody[]) => DemoBody;
type AddPost = (body: DemoBody, role: string, title: string, scope: string) => void;

/**
 * Whom the businesses beside the grid need: mediators, justice and petition offices, the window, merchants, lawyers,
 * counsellors, building chiefs. Two where a playbook asks for another person of the same role.
 */
export const addSpecialists = (
  places: DemoPlaces,
  bodies: readonly DemoBody[],
  addBody: AddBody,
  addPost: AddPost,
): void => {
  const before = [...bodies];
  const of = (kind: string): readonly DemoBody[] => before.filter((one) => one.kind === kind);
  const departments = before.filter((one) => one.territory === demoPath && one.kind !== 'district-office');
  const [justice] = of('justice');

  for (const centre of of('district-office')) {
    addPost(centre, 'district-case-leader', '区级包案领导', demoPath);
    addPost(centre, 'privacy-officer', '个人信息保护专员', demoPath);
  }
  // Petitions are sensitive: the department's ordinary handler does not learn of them.
  for (const department of departments) addPost(department, 'petition-handler', '信访承办人', demoPath);
  for (const office of of('street-office')) {
    const { territory } = office;
    const street = office.name.replace('办事处', '');
    addPost(office, 'street-case-leader', '街道包案领导', territory);
    addPost(office, 'petition-office', '信访工作人员（A 岗）', territory);
    addPost(office, 'petition-office', '信访工作人员（B 岗）', territory);
    addPost(office, 'petition-handler', '信访承办人', territory);
    const judicial = addBody('justice', `${street}司法所`, territory, office, ...(justice ? [justice] : []));
    addPost(judicial, 'justice-office', '司法所所长', territory);
    addPost(judicial, 'justice-office', '司法助理员', territory);
    addPost(judicial, 'department-handler', '承办人', territory);
    // Who comes from outside sits apart: what a body was given is read by all of its posts.
    const legal = addBody('acting-unit', `${street}公共法律服务站`, territory, judicial);
    addPost(legal, 'law-veteran', '政法“五老”调解员', territory);
    addPost(legal, 'lawyer', '值班律师（法律顾问）', territory);
    const rest = addBody('acting-unit', `${street}心灵驿站`, territory, office);
    addPost(rest, 'counsellor', '心理咨询师', territory);
    const volunteers = addBody('acting-unit', `${street}志愿服务队`, territory, office);
    addPost(volunteers, 'service-provider', '服务队联系人', territory);
  }
  for (const team of of('public-security')) addPost(team, 'community-police', '社区民警', team.territory);
  for (const committee of of('community')) {
    const { territory } = committee;
    const community = committee.name.replace('居委会', '');
    addPost(committee, 'mediator', '人民调解员（调委会主任）', territory);
    addPost(committee, 'mediator', '人民调解员', territory);
    addPost(committee, 'window-clerk', '全科窗口人员', territory);
    addPost(committee, 'service-agent', '红色代办员', territory);
    addPost(committee, 'social-worker', '社会工作者（社工站）', territory);
    const merchant = addBody('acting-unit', `${community}便民家政服务部（加盟商户）`, territory, committee);
    addPost(merchant, 'service-provider', '商户联系人', territory);
    // One for the buildings of a grid, so that he also meets what is reported of the grounds between them.
    for (const grid of places.grids.filter((one) => one.community.path === territory))
      addPost(committee, 'building-chief', `${grid.name}楼栋长`, grid.path);
  }
};
