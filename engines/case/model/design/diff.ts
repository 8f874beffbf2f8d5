import { type Label, label, type Locale } from '#kernel/label';
import type { Field } from '#fields/field';
import type { Action, Clock, Playbook, RoutingRule, Stage } from '../playbook.ts';
import { clockLimitsText, limitRuleText, ownersText, ownerText, stageText, targetText } from './words.ts';

/** How a role is called; its id when nobody knows. */
export type RoleLabel = (role: string) => Label;

/** What one playbook changes against another, a sentence each, for who publishes it and for the audit log. */
export const differences = (before: Playbook, after: Playbook, roleLabel: RoleLabel): readonly Label[] => {
  const context: Context = { before, after, roleLabel };
  return [
    ...texts('流程', 'playbook', before, after, [
      'name',
      'summary',
      'title',
      'start',
      'categories',
      'sensitivity',
      'reporters',
    ]),
    ...pairs(before.stages, after.stages, stages(context)),
    ...pairs(before.fields, after.fields, fields(label('上报表单', 'the report form'))),
    ...pairs(before.actions, after.actions, actions(context)),
    ...pairs(before.clocks, after.clocks, clocks(context)),
    ...routing(before.routing, after.routing),
    ...(same(before.onReport, after.onReport)
      ? []
      : [label('修改了上报后自动办理的事', 'What follows a report is changed')]),
  ];
};

interface Context {
  readonly before: Playbook;
  readonly after: Playbook;
  readonly roleLabel: RoleLabel;
}

/** How a kind of part is told of: what is new, gone, or other than before. */
interface Telling<Part> {
  readonly added: (part: Part) => Label;
  readonly removed: (part: Part) => Label;
  readonly changed: (before: Part, after: Part) => readonly Label[];
}

const pairs = <Part extends { readonly id: string }>(
  before: readonly Part[],
  after: readonly Part[],
  { added, removed, changed }: Telling<Part>,
): readonly Label[] => {
  const known = new Map(before.map((part) => [part.id, part]));
  const left = new Set(after.map((part) => part.id));
  return [
    ...before.filter((part) => !left.has(part.id)).map(removed),
    ...after.flatMap((part) => {
      const old = known.get(part.id);
      return old ? changed(old, part) : [added(part)];
    }),
  ];
};

/** A database keeps keys in an order of its own, so order says nothing. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, one]) => [key, canonical(one)]),
  );
};

const textOf = (value: unknown): string => JSON.stringify(canonical(value));

const same = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);

const inWords = (value: unknown): Label => {
  if (value === undefined || value === null) return label('（无）', '(none)');
  if (typeof value === 'object' && 'zh' in value && 'en' in value) return value as Label;
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  return label(plain, plain);
};

const partNames: Readonly<Record<string, Label>> = {
  name: label('名称', 'name'),
  summary: label('说明', 'summary'),
  title: label('标题公式', 'formula of the title'),
  start: label('起始环节', 'first stage'),
  categories: label('类别表', 'list of categories'),
  sensitivity: label('敏感级别', 'label'),
  reporters: label('谁可以上报', 'who may report'),
  shown: label('居民看到的进度', 'what residents read'),
};

const became = (what: Label, part: Label, from: Label, to: Label): Label =>
  label(
    `${what.zh}的${part.zh}由「${from.zh}」改为「${to.zh}」`,
    `${capital(what.en)}: ${part.en} from “${from.en}” to “${to.en}”`,
  );

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const texts = <Part extends object>(
  zh: string,
  en: string,
  before: Part,
  after: Part,
  keys: readonly (keyof Part & string)[],
): readonly Label[] =>
  keys
    .filter((key) => !same(before[key], after[key]))
    .map((key) => became(label(zh, en), partNames[key] ?? label(key, key), inWords(before[key]), inWords(after[key])));

const both = (say: (locale: Locale) => string): Label => label(say('zh'), say('en'));

const named = (kindZh: string, kindEn: string, name: Label): Label =>
  label(`${kindZh}「${name.zh}」`, `${kindEn} “${name.en}”`);

const stages = ({ roleLabel }: Context): Telling<Stage> => {
  const owner = (stage: Stage): Label =>
    stage.owner
      ? both((locale) => (stage.owner ? ownerText(stage.owner, locale, (role) => roleLabel(role)[locale]) : ''))
      : label('（结束）', '(the end)');
  return {
    added: (stage) =>
      label(
        `新增环节「${stage.name.zh}」，由${owner(stage).zh}办理`,
        `New stage “${stage.name.en}”, owned by ${owner(stage).en}`,
      ),
    removed: (stage) => label(`取消环节「${stage.name.zh}」`, `Stage “${stage.name.en}” is gone`),
    changed: (old, stage) => [
      ...texts(named('环节', 'stage', old.name).zh, named('环节', 'stage', old.name).en, old, stage, ['name', 'shown']),
      ...(same(old.owner, stage.owner)
        ? []
        : [became(named('环节', 'stage', stage.name), label('责任方', 'owner'), owner(old), owner(stage))]),
    ],
  };
};

const fields = (where: Label): Telling<Field> => ({
  added: (field) => label(`${where.zh}新增「${field.name.zh}」`, `${capital(where.en)}: new field “${field.name.en}”`),
  removed: (field) =>
    label(`${where.zh}取消「${field.name.zh}」`, `${capital(where.en)}: field “${field.name.en}” is gone`),
  changed: (old, field) => {
    if (same(old, field)) return [];
    const what = label(`${where.zh}的「${old.name.zh}」`, `${where.en}, field “${old.name.en}”`);
    const found: Label[] = [];
    if (!same(old.name, field.name)) found.push(became(what, label('名称', 'name'), old.name, field.name));
    if ((old.required === true) !== (field.required === true))
      found.push(
        field.required
          ? label(`${what.zh}改为必填`, `${capital(what.en)} is required now`)
          : label(`${what.zh}改为选填`, `${capital(what.en)} is optional now`),
      );
    const rest = ({ name: _name, required: _required, ...others }: Field) => others;
    if (!same(rest(old), rest(field)))
      found.push(label(`${what.zh}修改了填写要求`, `${capital(what.en)}: what may be filled in is changed`));
    return found;
  },
});

const targets = (playbook: Playbook, action: Action, locale: Locale): string => {
  const all = action.to === undefined ? [] : typeof action.to === 'string' ? [{ to: action.to }] : action.to;
  const names = [...new Set(all.map((target) => targetText(playbook, action, target, locale)))];
  return names.length > 0 ? names.join(locale === 'zh' ? '、' : ', ') : locale === 'zh' ? '（留在原环节）' : '(stays)';
};

const actions = ({ before, after, roleLabel }: Context): Telling<Action> => {
  const who = (action: Action): Label =>
    both((locale) => ownersText(action.who, locale, (role) => roleLabel(role)[locale]));
  const to = (playbook: Playbook, action: Action): Label => both((locale) => targets(playbook, action, locale));
  const from = (playbook: Playbook, action: Action): Label =>
    both((locale) => action.from.map((id) => stageText(playbook, id, locale)).join(locale === 'zh' ? '、' : ', '));
  return {
    added: (action) =>
      label(
        `新增操作「${action.name.zh}」：${who(action).zh}在「${from(after, action).zh}」可以办理，之后到「${to(after, action).zh}」`,
        `New action “${action.name.en}”: ${who(action).en} in “${from(after, action).en}”, leads to “${to(after, action).en}”`,
      ),
    removed: (action) => label(`取消操作「${action.name.zh}」`, `Action “${action.name.en}” is gone`),
    changed: (old, action) => {
      if (same(old, action)) return [];
      const what = named('操作', 'action', old.name);
      const found: Label[] = [];
      const tell = (part: Label, one: Label, other: Label): void => void found.push(became(what, part, one, other));
      if (!same(old.name, action.name)) tell(label('名称', 'name'), old.name, action.name);
      if (!same(old.who, action.who)) tell(label('办理人', 'takers'), who(old), who(action));
      if (!same(old.from, action.from)) tell(label('可办环节', 'stages'), from(before, old), from(after, action));
      if (!same(old.to, action.to)) tell(label('去向', 'target'), to(before, old), to(after, action));
      found.push(...pairs(old.form ?? [], action.form ?? [], fields(what)));
      const rest = ({ name: _n, who: _w, from: _f, to: _t, form: _o, ...others }: Action) => others;
      if (!same(rest(old), rest(action)))
        found.push(label(`${what.zh}修改了办理规则`, `${capital(what.en)}: its rules are changed`));
      return found;
    },
  };
};

const clocks = ({ before, after }: Context): Telling<Clock> => {
  const limits = (clock: Clock): Label => both((locale) => clockLimitsText(clock, locale));
  const where = (playbook: Playbook, clock: Clock): Label =>
    both((locale) => clock.stages.map((id) => stageText(playbook, id, locale)).join(locale === 'zh' ? '、' : ', '));
  return {
    added: (clock) =>
      label(
        `新增时限「${clock.name.zh}」：${limits(clock).zh}（${where(after, clock).zh}）`,
        `New deadline “${clock.name.en}”: ${limits(clock).en} (${where(after, clock).en})`,
      ),
    removed: (clock) => label(`取消时限「${clock.name.zh}」`, `Deadline “${clock.name.en}” is gone`),
    changed: (old, clock) => {
      if (same(old, clock)) return [];
      const what = named('时限', 'deadline', old.name);
      const found: Label[] = [];
      if (!same(old.name, clock.name)) found.push(became(what, label('名称', 'name'), old.name, clock.name));
      for (let index = 0; index < Math.max(old.limits.length, clock.limits.length); index += 1) {
        const [one, other] = [old.limits[index], clock.limits[index]];
        if (same(one, other)) continue;
        const rule = (value: typeof one): Label =>
          value ? both((locale) => limitRuleText(value, locale)) : label('（无）', '(none)');
        const part = label(
          old.limits.length > 1 || clock.limits.length > 1 ? `第 ${index + 1} 条` : '时长',
          `limit ${index + 1}`,
        );
        found.push(
          same(rule(one), rule(other))
            ? label(
                `${what.zh}${part.zh}修改了适用条件或依据`,
                `${capital(what.en)}, ${part.en}: condition or source changed`,
              )
            : became(what, part, rule(one), rule(other)),
        );
      }
      if (!same([...old.stages].sort(), [...clock.stages].sort()))
        found.push(became(what, label('计时环节', 'stages'), where(before, old), where(after, clock)));
      const rest = ({ name: _n, limits: _l, stages: _s, ...others }: Clock) => others;
      if (!same(rest(old), rest(clock)))
        found.push(
          label(`${what.zh}修改了预警或到期后的处理`, `${capital(what.en)}: warning or what follows is changed`),
        );
      return found;
    },
  };
};

const routing = (before: readonly RoutingRule[], after: readonly RoutingRule[]): readonly Label[] => {
  if (same(before, after)) return [];
  const known = new Set(before.map((rule) => textOf(rule)));
  const left = new Set(after.map((rule) => textOf(rule)));
  const [added, removed] = [
    after.filter((rule) => !known.has(textOf(rule))).length,
    before.filter((rule) => !left.has(textOf(rule))).length,
  ];
  return [
    label(
      `派单规则：新增或改动 ${added} 条，取消 ${removed} 条${added + removed === 0 ? '，调整了先后' : ''}`,
      `Routing: ${added} new or changed, ${removed} gone${added + removed === 0 ? '; another order' : ''}`,
    ),
  ];
};
