import { label } from '#kernel/label';
import { rankOf } from '#kernel/sensitivity';
import type { Field } from '#fields/field';
import { type CheckContext, checkPlaybook, type PlaybookProblem, type PlaybookProblemCode } from '../check-playbook.ts';
import type { Playbook } from '../playbook.ts';
import { sensitivityOfItem } from '../sensitivity.ts';
import { shapeProblems } from './read-playbook.ts';

/** What is wrong with a design: what the checker finds, and what a district may not change by itself. */
export interface DesignProblem extends Omit<PlaybookProblem, 'code'> {
  readonly code: PlaybookProblemCode | 'shape-wrong' | 'design-fixed' | 'name-missing' | 'unknown-plan';
}

export interface DesignContext extends CheckContext {
  readonly district: string;
  /** The pack's playbook of the same id, which the design is to replace in its district. */
  readonly packed: Playbook | undefined;
  /** Ids of plans of bookable times that the district has; left out: not checked. */
  readonly slotPlans?: ReadonlySet<string>;
}

/** Ids of a district's own playbooks begin with its digits: `990101.lift-repair`. */
export const isOwnId = (id: string, district: string): boolean =>
  id.startsWith(`${district}.`) && /^\d{6}\.[a-z][a-z0-9-]{1,40}$/.test(id);

/**
 * Everything that is wrong with a design. A district never lowers the label of a matter, opens it to other roles that
 * know of key persons, or lets others report it than its pack does: these decide who knows of matters, and are
 * changed by two people in roles and by whoever answers for the pack.
 */
export const checkDesign = (design: unknown, context: DesignContext): readonly DesignProblem[] => {
  const shape = shapeProblems(design);
  if (shape.length > 0) return shape;
  const playbook = design as Playbook;
  return [
    ...fixed(playbook, context),
    ...nameless(playbook),
    ...unplanned(playbook, context),
    ...found(playbook, context),
  ];
};

/** A form books times of plans that the district has: those of packs, and its own. */
const unplanned = (playbook: Playbook, { slotPlans }: DesignContext): readonly DesignProblem[] => {
  if (!slotPlans) return [];
  const named = [
    ...playbook.fields.map((field) => ({ where: `field ${field.id}`, plan: planOf(field) })),
    ...playbook.actions.flatMap(({ id, form = [], effects = [] }) => [
      ...form.map((field) => ({ where: `action ${id}`, plan: planOf(field) })),
      ...effects.map((effect) => ({
        where: `action ${id}`,
        plan: effect.effect === 'slot.free' ? effect.plan : undefined,
      })),
    ]),
  ];
  return named.flatMap(({ where, plan }): readonly DesignProblem[] =>
    plan === undefined || slotPlans.has(plan)
      ? []
      : [
          {
            playbook: playbook.id,
            code: 'unknown-plan',
            where,
            message: label(`本区没有预约计划「${plan}」。`, `The district has no plan of bookable times “${plan}”.`),
          },
        ],
  );
};

const planOf = (field: Field): string | undefined => {
  const plan = field.type === 'slot' ? field.options?.['plan'] : undefined;
  return typeof plan === 'string' ? plan : undefined;
};

/** People read names in both languages. */
const nameless = (playbook: Playbook): readonly DesignProblem[] => {
  const forms = [
    { where: 'fields', fields: playbook.fields },
    ...playbook.actions.map(({ id, form }) => ({ where: `action ${id}`, fields: form ?? [] })),
  ];
  const named = [
    { where: 'playbook', name: playbook.name },
    { where: 'playbook', name: playbook.summary },
    ...playbook.stages.flatMap(({ id, name, shown }) =>
      [name, shown].map((one) => ({ where: `stage ${id}`, name: one })),
    ),
    ...playbook.actions.map(({ id, name }) => ({ where: `action ${id}`, name })),
    ...playbook.clocks.map(({ id, name }) => ({ where: `clock ${id}`, name })),
    ...forms.flatMap(({ where, fields }) => fields.map(({ name }) => ({ where, name }))),
  ];
  return named
    .filter(({ name }) => name.zh.trim() === '' || name.en.trim() === '')
    .map(({ where }) => ({
      playbook: playbook.id,
      code: 'name-missing',
      where,
      message: label('名称要有中文和英文。', 'A name is needed in Chinese and in English.'),
    }));
};

/** What a file with unheard-of contents does to the checker is a finding too. */
const found = (playbook: Playbook, context: CheckContext): readonly DesignProblem[] => {
  try {
    return checkPlaybook(playbook, context);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [
      {
        playbook: playbook.id,
        code: 'shape-wrong',
        where: 'playbook',
        message: label(`流程无法检查：${detail}`, `The playbook cannot be checked: ${detail}`),
      },
    ];
  }
};

const fixed = (playbook: Playbook, { district, packed, fields }: DesignContext): readonly DesignProblem[] => {
  const problems: DesignProblem[] = [];
  const tell = (where: string, zh: string, en: string): void =>
    void problems.push({ playbook: playbook.id, code: 'design-fixed', where, message: label(zh, en) });
  if (!packed && !isOwnId(playbook.id, district))
    tell(
      'playbook',
      `本区自建流程的编号应以「${district}.」开头，后接小写字母、数字和连字符。`,
      `The id of a district's own playbook begins with “${district}.”, then small letters, digits and hyphens.`,
    );
  const least = packed?.sensitivity ?? 'internal';
  if (packed && rankOf(playbook.sensitivity ?? 'internal') < rankOf(least))
    tell('playbook', '敏感级别不能低于业务包的规定。', 'The label may not be lower than that of the pack.');
  if (!packed && (playbook.sensitivity === 'public' || playbook.sensitivity === 'key-persons'))
    tell(
      'playbook',
      '自建流程的敏感级别只能是「内部」或「敏感」。',
      'A district’s own playbook is labelled internal or sensitive.',
    );
  if (!packed && fields.codeList(playbook.categories)?.items.some((item) => sensitivityOfItem(item) === 'key-persons'))
    tell(
      'playbook',
      '重点人员类别只能用于业务包的流程。',
      'Categories of key persons are for playbooks of packs alone.',
    );
  if (JSON.stringify([...(playbook.audience ?? [])].sort()) !== JSON.stringify([...(packed?.audience ?? [])].sort()))
    tell(
      'audience',
      '哪些岗位可以知悉重点人员事项，由业务包规定，不能在这里改。',
      'Which roles may know of matters of key persons is laid down by the pack.',
    );
  if (packed && playbook.categories !== packed.categories)
    tell(
      'playbook',
      '事项类别表由业务包规定；要用别的类别表，请另建流程。',
      'The list of categories is that of the pack; for another one make a playbook of your own.',
    );
  for (const kind of playbook.reporters)
    if (packed && !packed.reporters.includes(kind))
      tell('playbook', '可以上报的人不能多于业务包的规定。', 'Nobody may report who may not in the pack.');
  return problems;
};
