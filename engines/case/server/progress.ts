import { DomainError } from '#kernel/domain-error';
import type { Instant } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import type { CodeItem, Field } from '#fields/field';
import type { ProgressView } from '#engines/case/contract';
import {
  type Actor,
  type CaseEvent,
  type ClosedCase,
  findAction,
  findStage,
  type OpenCase,
  type Playbook,
} from '#engines/case/model';
import type { CaseStore } from './case-store.ts';
import { rowSourceOf, type Views } from './case-view.ts';
import type { Definitions } from './definitions.ts';
import { eventName } from './parts-view.ts';
import type { CasePorts } from './ports.ts';
import { hmacOf, sameHmac } from './query-code.ts';
import { type SeenCase, seenByProof } from './readers.ts';

/** Whoever has shown number and query code. */
export const provenReporter: Actor = { kind: 'reporter', person: null };

const nobody = `sm3:${'0'.repeat(64)}`;

/** Progress like a parcel, for the one who asked: no names of staff, nothing of others. */
export const createProgress = (ports: CasePorts, definitions: Definitions, store: CaseStore, views: Views) => {
  /** One refusal for a wrong number, a wrong code and a matter without a code, after the same work. */
  const getByCode = async (query: { readonly number: string; readonly queryCode: string }): Promise<SeenCase> => {
    await definitions.ready();
    const number = query.number.normalize('NFKC').trim();
    const given = await hmacOf(ports, number, query.queryCode);
    const candidates = await store.findByNumber(number);
    const rows = candidates.length > 0 ? candidates : [{ district: '', id: '', hmac: null }];
    const match = rows.filter((row) => sameHmac(row.hmac ?? nobody, given))[0];
    const { stored } = match
      ? await store.findCase([match.district], match.id)
      : await store.findCase([''], '00000000-0000-7000-8000-000000000000');
    if (!stored) throw new DomainError('progress.unknown');
    return seenByProof(stored);
  };

  const progressView = async (stored: SeenCase, now: Instant): Promise<ProgressView> => {
    const { district, state, events } = stored;
    const playbook = definitions.playbookOf(state);
    const bodies = await views.bodiesIn(stored);
    const names = { places: await ports.namesOf([state.place.path]), bodies };
    const row = views.rowView(rowSourceOf(stored), names, now, false);
    const shownAt = (stage: string) => findStage(playbook, stage)?.shown ?? label(stage, stage);
    const steps = events.filter(isStep).map((event) => {
      if (event.type === 'ClosedAlong' || event.type === 'CaseUnlinked') {
        const stage = event.type === 'ClosedAlong' ? event.to : (event.back?.stage ?? state.stage);
        const shown = event.type === 'ClosedAlong' ? shownAt(stage) : again(shownAt(stage));
        return { at: event.at, name: eventName(playbook, event) ?? shown, shown, body: null };
      }
      const stage = event.type === 'ActionTaken' ? event.to : event.stage;
      return {
        at: event.at,
        name:
          event.type === 'ActionTaken' ? (findAction(playbook, event.action)?.name ?? shownAt(stage)) : shownAt(stage),
        shown: event.type === 'ActionTaken' && event.reopened ? again(shownAt(stage)) : shownAt(stage),
        body: (event.by.body && bodies.get(event.by.body)) ?? null,
      };
    });
    return {
      id: state.id,
      number: state.number,
      title: state.title,
      playbookName: playbook.name,
      place: [row.place.name, row.place.text].filter(Boolean).join(' '),
      shown: shownAt(state.stage),
      status: state.status,
      dueAt: promisedTo(playbook, state),
      held: heldWords(playbook, stored),
      steps,
      answer: state.answer,
      rating: state.rating,
      availableActions: await views.offersView(district, playbook, state, provenReporter),
      version: state.version,
    };
  };

  return { getByCode, progressView };
};

/** Why it rests, in plain words: the named reason of the step that put it on hold, never what staff wrote for themselves. */
const heldWords = (playbook: Playbook, { state, events }: SeenCase): Label | null => {
  if (!state.held) return null;
  const { review } = state.held;
  const step = events.findLast((event) => event.type === 'ActionTaken' && event.held?.since === state.held?.since);
  const names =
    step?.type === 'ActionTaken' ? chosenNames(findAction(playbook, step.action)?.form ?? [], step.form) : [];
  const why = {
    zh: names.map((one) => one.zh).join('、'),
    en: names.map((one) => one.en).join(', '),
  };
  return label(
    `${why.zh ? `因${why.zh}` : ''}暂缓办理，复核日期：${review}`,
    `On hold${why.en ? ` (${why.en})` : ''}; it is looked at again on ${review}`,
  );
};

/** Names of what was chosen among the items that a form itself lists. */
const chosenNames = (form: readonly Field[], values: Readonly<Record<string, unknown>>): readonly Label[] =>
  form.flatMap((field) => {
    const items = field.options?.['items'];
    const chosen = values[field.id];
    if (field.type !== 'choice' || !Array.isArray(items)) return [];
    const item = (items as readonly CodeItem[]).find((one) => one.code === chosen);
    return item ? [item.name] : [];
  });

/** A matter that was closed already: “accepted” alone would read as if nothing had been before. */
const again = (shown: Label): Label => label(`重新办理：${shown.zh}`, `Opened again: ${shown.en}`);

/** Until when it is to be closed: the main clock's, not the deadlines that the staff keep among themselves. */
const promisedTo = (playbook: Playbook, state: OpenCase | ClosedCase): Instant | null => {
  const main = playbook.clocks.find((clock) => clock.main);
  const clock = main && state.status === 'open' ? state.clocks[main.id] : undefined;
  return clock && !clock.stoppedAt ? clock.dueAt : null;
};

/** What the one who asked sees: the report and every step into another stage. */
const isStep = (
  event: CaseEvent,
): event is Extract<
  CaseEvent,
  { type: 'CaseReported' | 'CaseImported' | 'ActionTaken' | 'ClosedAlong' | 'CaseUnlinked' }
> =>
  event.type === 'CaseReported' ||
  event.type === 'CaseImported' ||
  event.type === 'ClosedAlong' ||
  (event.type === 'CaseUnlinked' && event.back !== undefined) ||
  (event.type === 'ActionTaken' && (event.from !== event.to || isHolding(event)));

/** Put on hold, or taken up again: the stage stays, but whoever asked waits for it. */
const isHolding = ({ held }: Extract<CaseEvent, { type: 'ActionTaken' }>): boolean => held !== undefined;
