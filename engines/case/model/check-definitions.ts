import { label } from '#kernel/label';
import type { CheckContext, PlaybookProblem } from './check-playbook.ts';
import { categoryLimit, declaresLimit } from './clocks.ts';
import { expressionIs, limitIs, ownerIs, type Tell } from './check-parts.ts';
import { checkEffects, checkMoves, fieldsOf } from './check-moves.ts';
import { checkTellings } from './tellings.ts';
import { actionVariables, findCategory, reportVariables, whenVariables } from './expressions.ts';
import { formProblems } from './forms.ts';
import { outcomeText } from './outcome.ts';
import type { Action, Clock, Limit, Playbook } from './playbook.ts';
import { sensitivityOfItem } from './sensitivity.ts';

/** Problems that show in single definitions: unknown names, wrong forms, wrong expressions, unknown deadlines. */
export const checkDefinitions = (playbook: Playbook, context: CheckContext): readonly PlaybookProblem[] => {
  const found: PlaybookProblem[] = [];
  const tell: Tell = (code, where, zh, en) =>
    found.push({ playbook: playbook.id, code, where, message: label(zh, en) });
  const stages = new Set(playbook.stages.map((stage) => stage.id));

  if (!context.fields.codeList(playbook.categories)) {
    tell(
      'unknown-list',
      'playbook',
      `没有代码表「${playbook.categories}」。`,
      `There is no code list “${playbook.categories}”.`,
    );
  }
  twice(playbook.stages, 'stage', tell);
  twice(playbook.actions, 'action', tell);
  twice(playbook.clocks, 'clock', tell);
  const stageIs = (id: string, where: string): void => {
    if (!stages.has(id)) tell('unknown-stage', where, `没有环节「${id}」。`, `There is no stage “${id}”.`);
  };
  stageIs(playbook.start, 'playbook');
  const first = playbook.stages.find((stage) => stage.id === playbook.start);
  if (first?.ends)
    tell(
      'stage-without-owner',
      `stage ${first.id}`,
      '事项不能从办结环节开始。',
      'A matter cannot begin in an ending stage.',
    );
  for (const stage of playbook.stages) {
    if (stage.owner) ownerIs(stage.owner, `stage ${stage.id}`, context, tell);
    if (!stage.owner && !stage.ends) {
      tell(
        'stage-without-owner',
        `stage ${stage.id}`,
        `环节「${stage.name.zh}」没有责任方。`,
        `The stage “${stage.name.en}” has no owner.`,
      );
    }
  }
  expressionIs(playbook.title, reportVariables, 'title', tell);
  for (const field of playbook.fields)
    if (field.readers)
      tell(
        'form-wrong',
        `field ${field.id}`,
        '只有办理表单里的项目可以仅本人可见。',
        'Only a field of a step can be read by its author alone.',
      );
  for (const text of formProblems(playbook.fields, context.fields)) tell('form-wrong', 'fields', text, text);
  for (const action of playbook.actions) checkAction(playbook, action, stageIs, context, tell);
  for (const clock of playbook.clocks) checkClock(playbook, clock, stageIs, context, tell);
  if (playbook.clocks.length > 0 && playbook.clocks.filter((clock) => clock.main).length !== 1) {
    tell('deadline-unknown', 'clocks', '应当有且只有一个主时限。', 'There must be exactly one main clock.');
  }
  for (const [index, rule] of playbook.routing.entries()) {
    expressionIs(rule.when, reportVariables, `routing ${index + 1}`, tell);
    if (context.bodyKinds && !context.bodyKinds.has(rule.bodyKind)) {
      tell(
        'unknown-body-kind',
        `routing ${index + 1}`,
        `没有「${rule.bodyKind}」这类单位。`,
        `There is no kind of body “${rule.bodyKind}”.`,
      );
    }
  }
  checkTellings(playbook.tells, 'report', tell);
  checkEffects(playbook.onReport, playbook.fields, 'report', context, tell);
  checkSensitivity(playbook, context, tell);
  return found;
};

/** Labels that exist; and those who may know of what is labelled `key-persons`, by name, then and only then. */
const checkSensitivity = (playbook: Playbook, context: CheckContext, tell: Tell): void => {
  const items = context.fields.codeList(playbook.categories)?.items ?? [];
  for (const item of items) {
    if (item.extra?.['sensitivity'] !== undefined && sensitivityOfItem(item) === undefined)
      tell(
        'sensitivity-wrong',
        `category ${item.code}`,
        `类别「${item.name.zh}」的敏感级别写法不对。`,
        `The category “${item.name.en}” has a sensitivity that does not exist.`,
      );
  }
  const closed =
    playbook.sensitivity === 'key-persons' || items.some((one) => sensitivityOfItem(one) === 'key-persons');
  const audience = playbook.audience ?? [];
  if (closed !== audience.length > 0)
    tell(
      'sensitivity-wrong',
      'audience',
      closed ? '「重点人员」事项须写明哪些岗位可以知悉。' : '只有「重点人员」事项才写明知悉岗位。',
      closed
        ? 'A playbook of key persons names the roles that may know of its matters.'
        : 'Only a playbook of key persons names the roles that may know of its matters.',
    );
  for (const role of audience)
    if (!context.roles.has(role))
      tell('unknown-role', 'audience', `没有岗位「${role}」。`, `There is no role “${role}”.`);
};

const twice = (definitions: readonly { readonly id: string }[], kind: string, tell: Tell): void => {
  const seen = new Set<string>();
  for (const { id } of definitions) {
    if (seen.has(id))
      tell('twice-declared', `${kind} ${id}`, `编号「${id}」重复。`, `The id “${id}” is declared twice.`);
    seen.add(id);
  }
};

const checkAction = (
  playbook: Playbook,
  action: Action,
  stageIs: (id: string, where: string) => void,
  context: CheckContext,
  tell: Tell,
): void => {
  const where = `action ${action.id}`;
  for (const stage of action.from) stageIs(stage, where);
  for (const target of typeof action.to === 'string' ? [{ to: action.to }] : (action.to ?? [])) {
    stageIs(target.to, where);
    expressionIs('when' in target ? target.when : undefined, actionVariables, where, tell);
  }
  checkOutcomes(playbook, action, tell);
  if (Array.isArray(action.to) && action.to.every((target) => target.when !== undefined)) {
    tell(
      'expression-wrong',
      where,
      '最后一个去向应当没有条件，否则可能无处可去。',
      'The last target must have no condition, else the step may lead nowhere.',
    );
  }
  expressionIs(action.when, whenVariables, where, tell);
  checkMoves(playbook, action, context, tell);
  checkTellings(action.tells, where, tell);
  checkEffects(action.effects, fieldsOf(playbook, action), where, context, tell);
  if (action.who.length === 0 || action.from.length === 0) {
    tell('action-for-nobody', where, `没有人可以「${action.name.zh}」。`, `Nobody may take “${action.name.en}”.`);
  }
  for (const owner of action.who) ownerIs(owner, where, context, tell);
  for (const id of action.notBy ?? []) {
    if (!playbook.actions.some((one) => one.id === id))
      tell('unknown-action', where, `没有操作「${id}」。`, `There is no action “${id}”.`);
  }
  const fields = new Set(action.form?.map((field) => field.id));
  for (const id of [action.assigns, action.answers, action.rates]) {
    if (id !== undefined && !fields.has(id))
      tell('unknown-field', where, `表单里没有「${id}」。`, `The form has no field “${id}”.`);
  }
  for (const text of formProblems(action.form ?? [], context.fields)) tell('form-wrong', where, text, text);
  const answer = action.form?.find((field) => field.id === action.answers);
  if (answer?.privacy)
    tell('form-wrong', where, '公开答复不能是个人信息项。', 'The public answer cannot be a personal field.');
};

/** A target says how a matter ended only where it ends, and only when the action does not say the same. */
const checkOutcomes = (playbook: Playbook, action: Action, tell: Tell): void => {
  for (const { to, outcome } of typeof action.to === 'object' ? action.to : []) {
    const stage = playbook.stages.find((one) => one.id === to);
    if (outcome === undefined || !stage) continue;
    const [zh, en] = [outcomeText(outcome, 'zh'), outcomeText(outcome, 'en')];
    if (!stage.ends)
      tell(
        'outcome-wrong',
        `action ${action.id}`,
        `去向「${stage.name.zh}」不是办结环节，不应写办结方式「${zh}」。`,
        `The target “${stage.name.en}” is no end: it cannot say the outcome “${en}”.`,
      );
    else if (outcome === action.outcome)
      tell(
        'outcome-wrong',
        `action ${action.id}`,
        `去向「${stage.name.zh}」的办结方式与操作本身的相同（${zh}），写一处即可。`,
        `The target “${stage.name.en}” says the same outcome as the action (${en}): once is enough.`,
      );
  }
};

const checkClock = (
  playbook: Playbook,
  clock: Clock,
  stageIs: (id: string, where: string) => void,
  context: CheckContext,
  tell: Tell,
): void => {
  const where = `clock ${clock.id}`;
  const over = playbook.actions.find((action) => action.id === clock.whenOver);
  if (clock.whenOver !== undefined && !over?.who.some((owner) => 'system' in owner)) {
    tell(
      'unknown-action',
      where,
      `到期自动办理的「${clock.whenOver}」不存在，或没有写明可由系统办理。`,
      `The step taken when time is over, “${clock.whenOver}”, does not exist or does not name the system.`,
    );
  }
  for (const stage of clock.stages) stageIs(stage, where);
  for (const id of [...(clock.restartedBy ?? []), ...(clock.stoppedBy ?? [])])
    if (!playbook.actions.some((action) => action.id === id))
      tell(
        'unknown-action',
        where,
        `重新计时或停止计时的操作「${id}」不存在。`,
        `The step “${id}”, which starts it afresh or stops it, does not exist.`,
      );
  if (clock.stoppedBy?.some((id) => clock.restartedBy?.includes(id)))
    tell(
      'deadline-unknown',
      where,
      '同一操作不能既重新计时又停止计时。',
      'The same step cannot both start it afresh and stop it.',
    );
  if (clock.warnAt !== undefined && !(clock.warnAt > 0 && clock.warnAt < 1)) {
    tell('deadline-unknown', where, '预警比例应在 0 与 1 之间。', 'The part at which to warn lies between 0 and 1.');
  }
  for (const rule of clock.limits) {
    expressionIs(rule.when, reportVariables, where, tell);
    if (rule.limit !== 'category') limitIs(rule.limit, where, tell);
  }
  const certain = clock.limits.some((rule) => rule.when === undefined && rule.limit !== 'category');
  const list = context.fields.codeList(playbook.categories);
  for (const item of list?.items ?? []) {
    const category = findCategory(playbook, item.code, context.fields);
    if (declaresLimit(item)) limitIs(item.extra?.['limit'] as unknown as Limit, `${where} ${item.code}`, tell);
    if (category?.leaf && !certain && !categoryLimit(category)) {
      tell(
        'deadline-unknown',
        where,
        `类别「${item.name.zh}」没有时限。`,
        `The category “${item.name.en}” has no limit.`,
      );
    }
  }
};
