import { DomainError } from '#kernel/domain-error';
import type { Instant } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
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
      steps,
      answer: state.answer,
      rating: state.rating,
      availableActions: await views.offersView(district, playbook, state, provenReporter),
      version: state.version,
    };
  };

  return { getByCode, progressView };
};

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
): event is Extract<CaseEvent, { type: 'CaseReported' | 'CaseImported' | 'ActionTaken' }> =>
  event.type === 'CaseReported' ||
  event.type === 'CaseImported' ||
  (event.type === 'ActionTaken' && event.from !== event.to);
