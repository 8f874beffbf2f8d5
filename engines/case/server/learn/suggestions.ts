import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type Instant, plusDays } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import type { RoutingSuggestion, RoutingSuggestions } from '#engines/case/contract';
import {
  type Actor,
  availableActions,
  learn,
  type OpenCase,
  type Playbook,
  proposedBodyKind,
} from '#engines/case/model';
import { pathToCode } from '#engines/territory/model';
import type { CaseLists } from '../case-lists.ts';
import type { Definitions } from '../definitions.ts';
import { limitText } from '../parts-view.ts';
import type { CasePorts } from '../ports.ts';
import type { Reader, SeenCase, WorkingPost } from '../readers.ts';
import { askedMatter } from './asked-matter.ts';
import type { ModelInUse, ModelStore } from './model-store.ts';
import { reasonWords } from './reason-words.ts';

/** Whoever asks: what he may do on the matter, and which others he may count. */
export interface Asker {
  readonly actor: Actor;
  readonly reader: Reader;
  readonly posts: readonly WorkingPost[];
  readonly now: Instant;
}

const MOST = 3;
/** Some of the likeliest may be gone, or come together under one successor. */
const LOOKED_AT = 8;
/** Fewer of the same kind in the street say little: then the whole range is counted. */
const ENOUGH_IN_STREET = 5;
const COUNTED_DAYS = 365;

interface Found {
  readonly id: Id;
  readonly name: string;
  readonly learntAs: string;
  readonly part: number;
}

/** 坪山街道的“占道经营” says 坪山街道 and “占道经营” too. */
const saidOnce = (reasons: readonly (readonly learn.FeaturePart[])[]): readonly (readonly learn.FeaturePart[])[] => {
  const texts = reasons.map((parts) => parts.map((part) => JSON.stringify(part)));
  return reasons.filter(
    (_, index) =>
      !texts.some(
        (other, at) => at !== index && other.length > 1 && texts[index]?.every((text) => other.includes(text)),
      ),
  );
};

export const createSuggestions = (
  ports: CasePorts,
  definitions: Definitions,
  lists: Pick<CaseLists, 'countAll'>,
  store: ModelStore,
) => {
  const findRule = async (district: string, playbook: Playbook, state: OpenCase, holder: Id | undefined) => {
    const kind = proposedBodyKind(playbook, state, definitions.fields);
    const body = kind === undefined ? undefined : await ports.findBody(district, kind, state.place.path);
    return body && body.id !== holder ? { id: body.id, name: body.name } : null;
  };

  /** The likeliest bodies that can be given work today, but for the one that has it. */
  const findBodies = async (
    district: string,
    model: learn.RoutingModel,
    asked: learn.AskedMatter,
    holder: Id | undefined,
  ): Promise<readonly Found[]> => {
    const ranked = learn.rankBodies(model, asked, LOOKED_AT);
    const heirs = await ports.heirsOf(
      district,
      ranked.map(({ body }) => body),
    );
    const found = new Map<Id, Found>();
    for (const { body, part } of ranked) {
      const heir = heirs.get(body);
      if (!heir || heir.id === holder) continue;
      const known = found.get(heir.id);
      found.set(heir.id, {
        id: heir.id,
        name: heir.name,
        learntAs: known?.learntAs ?? body,
        part: part + (known?.part ?? 0),
      });
    }
    return learn.worthShowing([...found.values()].sort((one, other) => other.part - one.part)).slice(0, MOST);
  };

  /** Closed matters of the same kind that the asker may read, and how many of them each body had. */
  const countEvidence = async (
    state: OpenCase,
    playbook: Playbook,
    street: string | undefined,
    { card }: ModelInUse,
    bodies: readonly Found[],
    { reader, posts, now }: Asker,
  ): Promise<ReadonlyMap<Id, RoutingSuggestion['evidence']>> => {
    const from = plusDays(chinaDate(card.lastAt ?? now), -COUNTED_DAYS);
    const count = (query: { readonly at?: string; readonly body?: Id }): Promise<number> =>
      lists.countAll({ status: 'closed', category: state.category, from, ...query }, reader, posts, now);
    const at = street === undefined ? {} : { at: pathToCode(street) };
    const here = await count(at);
    const inStreet = street !== undefined && here >= ENOUGH_IN_STREET;
    const [where, same] = inStreet ? [at, here] : [{}, await count({})];
    const names = street === undefined ? undefined : await ports.namesOf([street]);
    const name = inStreet ? (names?.get(street ?? '') ?? '') : '';
    const category = definitions.categoryName(playbook, state.category);
    const since = `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月以来`;
    const counted = await Promise.all(
      bodies.map(async (body) => [body, await count({ ...where, body: body.id })] as const),
    );
    return new Map(
      counted.map(([body, had]) => [
        body.id,
        had === 0
          ? null
          : {
              text: label(
                `${since}${name}“${category.zh}”共 ${same} 件，其中 ${had} 件由${body.name}办理`,
                `${had} of ${same} matters “${category.en}”${name ? ` in ${name}` : ''} since ${from.slice(0, 7)} were with ${body.name}`,
              ),
              list: { category: state.category, status: 'closed' as const, ...where, body: body.id },
            },
      ]),
    );
  };

  const timeOf = (times: learn.TimesTaken, asked: learn.AskedMatter, playbook: Playbook, state: OpenCase) => {
    const found = learn.findTime(times, asked);
    if (!found) return null;
    const main = playbook.clocks.find((clock) => clock.main);
    const limit = main && state.clocks[main.id]?.limit;
    return {
      kind: definitions.categoryName(playbook, found.kind),
      inStreet: found.inStreet,
      median: found.median,
      most: found.most,
      limit: limit ? limitText(limit) : null,
    };
  };

  const suggest = async (stored: SeenCase, asker: Asker): Promise<RoutingSuggestions> => {
    const { district, state } = stored;
    const playbook = definitions.playbookOf(state);
    const may =
      state.status === 'open' &&
      availableActions(playbook, state, asker.actor).some((one) => one.assigns !== undefined);
    if (!may || state.status !== 'open') throw new DomainError('routing.no-dispatch');
    const holder = 'assignee' in state.owner ? state.assignee?.body : undefined;
    const [rule, inUse] = await Promise.all([findRule(district, playbook, state, holder), store.findInUse(district)]);
    if (!inUse) {
      const [latest] = await store.listCards(district, 1);
      const why = latest?.state === 'worse' ? 'weak' : 'untrained';
      return { state: why, suggestions: [], rule, model: null, time: null };
    }
    const asked = askedMatter(definitions, playbook, {
      ...state,
      path: state.place.path,
      reporterKind: state.reporter.kind,
    });
    const time = timeOf(inUse.times, asked, playbook, state);
    const model = inUse.card.holdOut
      ? { id: inUse.id, trainedAt: inUse.card.trainedAt, accuracy: inUse.card.holdOut.model }
      : null;
    const nothing = { state: 'unlike' as const, suggestions: [], rule, model, time };
    if (!learn.knowsKind(inUse.model, asked)) return nothing;
    const bodies = await findBodies(district, inUse.model, asked, holder);
    if (bodies.length === 0) return nothing;
    const [evidence, placeNames] = await Promise.all([
      countEvidence(state, playbook, asked.places[0], inUse, bodies, asker),
      ports.namesOf(asked.places),
    ]);
    const known = { definitions, playbook, data: state.data, placeNames };
    const reasons = (body: string): Label[] =>
      saidOnce(learn.whyBody(inUse.model, asked, body)).flatMap((parts) => reasonWords(parts, known) ?? []);
    await store.keepShown({
      district,
      caseId: state.id,
      at: asker.now,
      model: inUse.id,
      bodies: bodies.map(({ id }) => id),
      rule: rule?.id ?? null,
    });
    return {
      state: 'ready',
      suggestions: bodies.map(({ id, name, learntAs, part }) => ({
        body: { id, name },
        grade: learn.gradeOf(inUse.grades, part),
        byRule: id === rule?.id,
        reasons: reasons(learntAs),
        evidence: evidence.get(id) ?? null,
      })),
      rule,
      model,
      time,
    };
  };

  return { suggest };
};
