import { type DomainError, isRefusal, refuse } from '#kernel/domain-error';
import { maskNumbers } from '#kernel/personal-text';
import type { Actor } from './actor.ts';
import { caseNumber } from './case-number.ts';
import { turnClocks } from './clocks.ts';
import type { DecideContext, ImportCommand, ReportCommand } from './command.ts';
import { effectOrders } from './effects.ts';
import type { CaseImported, CaseReported } from './events.ts';
import { findCategory, reportScope, textOf } from './expressions.ts';
import { checkValues } from './forms.ts';
import { splitPersonal } from './personal.ts';
import type { Playbook, ReporterKind } from './playbook.ts';
import type { Reporter } from './state.ts';
import { toldBy } from './tellings.ts';
import { byOf, findStage } from './who-may.ts';

const LONGEST_TITLE = 100;

/** By which of its doors a playbook is entered; what staff write on behalf comes through the resident's. */
const doorOf = (reporter: Reporter): ReporterKind =>
  reporter.kind === 'staff' || reporter.kind === 'system' ? reporter.kind : 'resident';

export const decideReport = (
  playbook: Playbook,
  command: ReportCommand,
  context: DecideContext,
): CaseReported | DomainError => {
  if (!playbook.reporters.includes(doorOf(command.reporter))) {
    return refuse('case.reporter-refused', { name: playbook.name });
  }
  const category = findCategory(playbook, command.category, context.fields);
  // A class is not enough: limits and routing go by the finer one below it.
  if (!category?.leaf) return refuse('case.category-unknown', {}, { field: 'category' });
  const values = checkValues(playbook.fields, command.values, context.fields);
  if (isRefusal(values)) return values;
  const stage = findStage(playbook, playbook.start);
  if (!stage?.owner) throw new RangeError(`${playbook.id}: the stage ${playbook.start} has no owner`);

  const { id, place, reporter, channel } = command;
  const data = splitPersonal(playbook.fields, values).open;
  const scope = reportScope(
    { data, category: command.category, place, channel, reporter },
    category,
    command.placeName,
  );
  const moment = { ...scope, at: context.now };
  const orders = effectOrders(playbook.onReport, moment, data);
  const told = toldBy(playbook.tells, moment);
  return {
    type: 'CaseReported',
    at: context.now,
    by: byOf(context.actor, postAt(context.actor, place.path)),
    id,
    number: caseNumber(id, context.now),
    playbook: playbook.id,
    playbookVersion: playbook.version,
    title: maskNumbers(textOf(playbook.title, scope) ?? category.item.name.zh).slice(0, LONGEST_TITLE),
    category: command.category,
    categoryClass: category.above?.code ?? null,
    place,
    data,
    reporter,
    channel,
    stage: stage.id,
    owner: stage.owner,
    clocks: turnClocks({}, null, stage.id, { playbook, calendar: context.calendar, now: context.now, scope, category }),
    ...(command.parent && { parent: command.parent }),
    ...(orders.length > 0 && { effects: orders }),
    ...(told.length > 0 && { told }),
  };
};

const postAt = (actor: Actor, path: string) =>
  (actor.kind === 'staff' && (actor.posts.find((post) => path.startsWith(post.scope)) ?? actor.posts[0])) || null;

/** A past matter: what the file knows is taken as it is; clocks of the past are not computed. */
export const decideImport = (
  playbook: Playbook,
  command: ImportCommand,
  context: DecideContext,
): CaseImported | DomainError => {
  const stage = findStage(playbook, command.stage);
  if (!stage || (!stage.ends && !stage.owner)) return refuse('action.unknown', { action: command.stage });
  const category = findCategory(playbook, command.category, context.fields);
  if (!category) return refuse('case.category-unknown', {}, { field: 'category' });
  return {
    type: 'CaseImported',
    at: command.reportedAt,
    by: byOf(context.actor, null),
    id: command.id,
    number: caseNumber(command.id, command.reportedAt),
    playbook: playbook.id,
    playbookVersion: playbook.version,
    title: command.title.slice(0, LONGEST_TITLE),
    category: command.category,
    categoryClass: category.above?.code ?? null,
    place: command.place,
    data: splitPersonal(playbook.fields, command.values).open,
    channel: command.channel,
    imported: command.imported,
    stage: stage.id,
    owner: stage.ends ? null : (stage.owner ?? null),
    assignee: command.assignee,
    answer: command.answer,
    rating: command.rating,
    closed: stage.ends ? { at: command.closedAt, outcome: command.outcome, timing: command.timing } : null,
  };
};
