import type { DefinitionProblem, LoadContext, SectionChecker, SectionCheckers } from '#kernel/pack-loader';
import type { Route } from '#kernel/route';
import type { CodeList, FieldContext } from '#fields/field';
import {
  type CaseDocument,
  channelsOnBehalf,
  checkDocument,
  type DocumentExample,
  checkPlaybook,
  type DoorGroup,
  doorProblems,
  type Plan,
  planProblems,
  type Playbook,
  missingInPlan,
  type PlaybookExample,
  type ReportChannel,
  type ResidentDoor,
  type SlotPlan,
  slotPlanProblems,
  standingEffects,
  type CheckContext,
} from '#engines/case/model';
import { type ImportMap, problemsOfImportMap } from '#engines/exchange/model';
import { indicatorChecker } from '#engines/indicator/model';
import { noticeTemplateChecker } from '#engines/notice/model';
import {
  type BodyKind,
  bodyKindChecker,
  businessLineChecker,
  staffRuleChecker,
  type Duty,
  type Role,
  roleChecker,
} from '#engines/organisation/model';
import { defaultLevels } from '#engines/territory/model';
import { permissions } from './permissions.ts';
import { routeTables } from './route-tables.ts';

/** Permissions that the operations of this server ask for; a role may grant no others. */
export const knownPermissions: ReadonlySet<string> = new Set(
  Object.values(routeTables).flatMap((table) =>
    Object.values<Route>(table).flatMap(({ who }) => (typeof who === 'object' ? [who.permission] : [])),
  ),
);

/** Whose roles may carry each; one that nobody has put into words may be carried by none. */
const dutiesOfPermissions: ReadonlyMap<string, readonly Duty[]> = new Map(
  permissions.filter(({ id }) => knownPermissions.has(id)).map(({ id, duties }) => [id, duties]),
);

/** What fields look up, from the packs. */
export const fieldContextOf = (context: Pick<LoadContext, 'find'>): FieldContext => ({
  codeList: (id) => context.find<CodeList>('codeLists', id),
  knowsSlotPlan: (id) => context.find('slotPlans', id) !== undefined,
});

const idsOf = (context: LoadContext, section: string): ReadonlySet<string> =>
  new Set(context.all(section).map((one) => one.id));

const checkCodeLists: SectionChecker<CodeList> = (lists) =>
  lists.flatMap((list) => {
    const codes = new Set(list.items.map((item) => item.code));
    const say = (path: string, message: string): DefinitionProblem => ({ id: list.id, path, message });
    return [
      list.source ? [] : say('source', 'say which standard or document the list comes from, or `proposed`'),
      codes.size === list.items.length ? [] : say('items', 'a code stands twice'),
      list.items.flatMap((item, index) => [
        item.name?.zh && item.name.en ? [] : [say(`items[${index}].name`, `${item.code} needs a name in zh and en`)],
        item.parent === undefined || codes.has(item.parent)
          ? []
          : [say(`items[${index}].parent`, `there is no item ${item.parent} above ${item.code}`)],
      ]),
    ].flat(3);
  });

/** What playbooks refer to, from the packs. */
export const aroundPlaybooks = (context: LoadContext): CheckContext => ({
  roles: idsOf(context, 'roles'),
  bodyKinds: new Set(context.all<BodyKind>('bodyKinds').map((kind) => kind.id)),
  fields: fieldContextOf(context),
  effects: standingEffects,
  templates: idsOf(context, 'noticeTemplates'),
  playbooks: new Map(context.all<Playbook>('playbooks').map((playbook) => [playbook.id, playbook])),
  levels: new Set(defaultLevels.map((level) => level.id)),
});

const checkPlaybooks: SectionChecker<Playbook> = (playbooks, context) => {
  const around = aroundPlaybooks(context);
  return playbooks.flatMap((playbook) =>
    checkPlaybook(playbook, around).map(({ where, code, message, path }) => ({
      id: playbook.id,
      path: where,
      message: `${message.en} (${code})${path?.length ? ` by ${path.join(' → ')}` : ''}`,
    })),
  );
};

const checkPlans: SectionChecker<Plan> = (plans, context) => {
  const around = {
    playbooks: new Map(context.all<Playbook>('playbooks').map((playbook) => [playbook.id, playbook])),
    levels: new Set(defaultLevels.map((level) => level.id)),
    fields: fieldContextOf(context),
  };
  return plans.flatMap((plan) =>
    planProblems(plan, around).map((problem) => ({ id: plan.id, path: '', message: problem.en })),
  );
};

const checkImportMaps: SectionChecker<ImportMap> = (maps, context) =>
  maps.flatMap((map) =>
    problemsOfImportMap(map, {
      playbookFields: (id) => context.find<Playbook>('playbooks', id)?.fields.map((field) => field.id),
      codeList: (id) => context.find<CodeList>('codeLists', id)?.items.map((item) => item.code),
      bodyKinds: idsOf(context, 'bodyKinds'),
    }).map((message) => ({ id: map.id, path: '', message })),
  );

const checkExamples: SectionChecker<PlaybookExample> = (examples, context) =>
  examples.flatMap((example) =>
    context.find('playbooks', example.playbook)
      ? []
      : [{ id: example.id, path: 'playbook', message: `there is no playbook ${example.playbook}` }],
  );

const checkDocuments: SectionChecker<CaseDocument> = (documents, context) => {
  const around = { playbooks: context.all<Playbook>('playbooks'), documents, roles: idsOf(context, 'roles') };
  return documents.flatMap((document) => checkDocument(document, around));
};

const checkSlotPlans: SectionChecker<SlotPlan> = (plans, context) => {
  const known = { bodyKinds: idsOf(context, 'bodyKinds'), roles: idsOf(context, 'roles') };
  return plans.flatMap((plan) =>
    [...missingInPlan(plan), ...slotPlanProblems(plan, known)].map(({ en }) => ({
      id: plan.id,
      path: '',
      message: en,
    })),
  );
};

const checkDocumentExamples: SectionChecker<DocumentExample> = (examples, context) =>
  examples.flatMap(({ id, document, after }) => [
    ...(context.find('documents', document)
      ? []
      : [{ id, path: 'document', message: `there is no document ${document}` }]),
    ...(context.find('examples', after) ? [] : [{ id, path: 'after', message: `there is no example ${after}` }]),
  ]);

const checkDoors: SectionChecker<ResidentDoor> = (doors, context) =>
  doorProblems(doors, {
    playbooks: context.all<Playbook>('playbooks'),
    groups: context.all<DoorGroup>('doorGroups'),
  });

const twice = (orders: readonly number[]): boolean => new Set(orders).size < orders.length;

const checkDoorGroups: SectionChecker<DoorGroup> = (groups) =>
  twice(groups.map((group) => group.order))
    ? [{ id: groups[0]?.id ?? '', path: 'order', message: 'two groups have the same order' }]
    : [];

const checkChannels: SectionChecker<ReportChannel> = (channels) =>
  twice(channelsOnBehalf(channels).map((channel) => channel.order))
    ? [{ id: channels[0]?.id ?? '', path: 'behalf.order', message: 'two channels have the same order' }]
    : [];

/** Which engine checks which section of a pack. A section that nobody reads is refused. */
export const sectionCheckers = (): SectionCheckers => {
  const levels = defaultLevels.map((level) => level.id);
  return {
    codeLists: checkCodeLists,
    roles: roleChecker({ levels, permissions: dutiesOfPermissions }) satisfies SectionChecker<Role>,
    bodyKinds: bodyKindChecker({ levels }),
    businessLines: businessLineChecker((context) => {
      const codes = context.all<CodeList>('codeLists').flatMap((list) => list.items.map((item) => item.code));
      return new Set(codes);
    }),
    staffRules: staffRuleChecker(),
    playbooks: checkPlaybooks,
    residentDoors: checkDoors,
    doorGroups: checkDoorGroups,
    reportChannels: checkChannels,
    documents: checkDocuments,
    documentExamples: checkDocumentExamples,
    slotPlans: checkSlotPlans,
    plans: checkPlans,
    examples: checkExamples,
    indicators: indicatorChecker(),
    importMaps: checkImportMaps,
    noticeTemplates: noticeTemplateChecker(),
  };
};
