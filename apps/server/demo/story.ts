import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Json } from '#fields/field';
import type { Actor } from '#engines/case/model';
import type { Chance } from './chance.ts';
import { afterClock, afterDuty, afterPace, type Pace } from './duty.ts';
import { actorOf, type DemoBody, type DemoPerson, type StaffIndex } from './staff.ts';
import type { CategoryTexts } from './texts/category-texts.ts';
import { replies } from './texts/replies.ts';

/** A stored photo, as the field keeps it. */
export type PhotoValue = { readonly id: string; readonly name: string };

type Form = Readonly<Record<string, Json>>;

/** One step that somebody takes; `stage` is where the matter stands afterwards. */
export interface Step {
  readonly action: string;
  readonly form: Form;
  readonly actor: Actor;
  readonly now: Instant;
}

/** What a matter's story is told from. */
export interface StoryContext {
  readonly chance: Chance;
  readonly staff: StaffIndex;
  /** Kind of body that routing proposes for the category at this place; undefined: the street office itself. */
  readonly bodyKind: string | undefined;
  readonly path: string;
  readonly pace: Pace;
  readonly texts: CategoryTexts;
  /** A resident asked: he may withdraw, and rate in the end. */
  readonly asked: boolean;
  /** A photo of the same place when all is well. */
  readonly photoAfter: PhotoValue | undefined;
  /** What happened so far, for a story that is taken up again. */
  readonly so?: StorySoFar;
}

export interface StorySoFar {
  /** Body that has the work. */
  readonly handler: Id | null;
  readonly settler: Id | null;
  readonly transfers: number;
  readonly rounds: number;
  readonly failed: boolean;
  readonly noted: boolean;
}

const reference = (body: DemoBody): Json => ({ id: body.id, name: body.name });
const reporter: Actor = { kind: 'reporter', person: null };
const numbers = (text: string, chance: Chance): string => text.replaceAll('{n}', () => String(chance.whole(2, 6)));

/** Part of the limit that each leg of the way takes, of the whole that this matter takes. */
const legs = { accept: 0.1, dispatch: 0.08, take: 0.12, handle: 0.45, check: 0.25 } as const;

/**
 * Tells how a matter goes on, step by step, without end in view: `next` gives the step after a stage.
 * History and the living district tell their stories with the same words.
 */
export class Story {
  readonly #context: StoryContext;
  /** The time that all legs together take, against the limit; above 1 is overtime. */
  readonly #haste: number;
  #handler: DemoPerson | undefined;
  #noted = false;
  #settler: Id | null = null;
  #transfers = 0;
  #rounds = 0;
  #failed = false;

  constructor(context: StoryContext) {
    this.#context = context;
    this.#haste = context.chance.duration(0.5, 0.58);
    const { so } = context;
    if (!so) return;
    const handlers = so.handler === null ? [] : context.staff.handlersOf(so.handler);
    this.#handler = handlers.length > 0 ? context.chance.pick(handlers) : undefined;
    this.#settler = so.settler;
    this.#transfers = so.transfers;
    this.#rounds = so.rounds;
    this.#failed = so.failed;
    this.#noted = so.noted;
  }

  /** The step that follows in a stage, or undefined when nobody does anything there. */
  next(stage: string, since: Instant): Step | undefined {
    switch (stage) {
      case 'received':
        return this.#receive(since);
      case 'found':
        return this.#found(since);
      case 'to-dispatch':
        return this.#dispatch(since);
      case 'assigned':
        return this.#assigned(since);
      case 'handling':
        return this.#handle(since);
      case 'verifying':
        return this.#verify(since);
      case 'community-check':
        return this.#checkSettled(since);
      case 'closed':
        return this.#rate(since);
      default:
        return undefined;
    }
  }

  #after(since: Instant, leg: keyof typeof legs): Instant {
    const { chance, pace } = this.#context;
    const minutes = pace.minutes * this.#haste * legs[leg] * chance.between(0.5, 1.5);
    return afterPace(since, Math.max(chance.between(2, 6), minutes), pace);
  }

  #step(action: string, by: DemoPerson | 'reporter' | undefined, now: Instant, form: Form = {}): Step | undefined {
    if (!by) return undefined;
    return { action, form, now, actor: by === 'reporter' ? reporter : actorOf(by) };
  }

  #holder(role: string): DemoPerson | undefined {
    const holders = this.#context.staff.at(role, this.#context.path);
    return holders.length > 0 ? this.#context.chance.pick(holders) : undefined;
  }

  #words(from: readonly string[]): string {
    return numbers(this.#context.chance.pick(from), this.#context.chance);
  }

  #resultForm(): Form {
    const { texts, photoAfter, chance } = this.#context;
    return {
      result: this.#words(texts.results),
      ...(photoAfter && chance.happens(0.7) ? { photos: [photoAfter] } : {}),
    };
  }

  #receive(since: Instant): Step | undefined {
    const { chance, texts } = this.#context;
    const now = this.#after(since, 'accept');
    if (chance.happens(0.012))
      return this.#step('withdraw', 'reporter', now, { reason: chance.pick(replies.withdrawReasons) });
    if (chance.happens(0.035))
      return this.#step('decline', this.#holder('community-staff'), now, {
        answer: chance.pick(replies.declineReasons),
      });
    const worker = this.#holder('grid-worker');
    if (texts.onTheSpot && chance.happens(0.3)) return this.#settle(worker, now);
    return this.#step('accept', worker, now, { finding: chance.pick(replies.findings) });
  }

  #found(since: Instant): Step | undefined {
    const { chance, texts } = this.#context;
    const now = afterClock(since, chance.between(3, 40));
    const worker = this.#holder('grid-worker');
    if (chance.happens(0.025))
      return this.#step('void', this.#holder('community-staff'), afterDuty(now, 90), {
        answer: chance.pick(replies.voidReasons),
      });
    if (texts.onTheSpot && chance.happens(0.55)) return this.#settle(worker, now);
    return this.#step('report-up', worker, now, { finding: '网格内无法处置，请派单。' });
  }

  #settle(worker: DemoPerson | undefined, now: Instant): Step | undefined {
    this.#settler = worker?.id ?? null;
    return this.#step('settle', worker, now, this.#resultForm());
  }

  #bodyFor(): DemoBody | undefined {
    const { staff, bodyKind, path } = this.#context;
    return (
      (bodyKind === undefined ? undefined : staff.bodyNear(bodyKind, path)) ?? staff.bodyNear('street-office', path)
    );
  }

  #dispatch(since: Instant): Step | undefined {
    const { chance, staff } = this.#context;
    this.#rounds += 1;
    const body = this.#bodyFor();
    const wrong = this.#transfers === 0 && chance.happens(0.06);
    const given = wrong ? chance.pick(staff.departments) : body;
    if (!given) return undefined;
    this.#handler = chance.pick(staff.handlersOf(given.id));
    const advice: Form = chance.happens(0.3) ? { advice: chance.pick(replies.advice) } : {};
    return this.#step('dispatch', this.#holder('street-dispatcher'), this.#after(since, 'dispatch'), {
      body: reference(given),
      ...advice,
    });
  }

  #assigned(since: Instant): Step | undefined {
    const { chance, staff } = this.#context;
    const now = this.#after(since, 'take');
    const right = this.#bodyFor();
    const handler = this.#handler;
    if (handler && right && handler.post.body !== right.id && this.#transfers < 2) {
      this.#transfers += 1;
      this.#handler = chance.pick(staff.handlersOf(right.id));
      return this.#step('transfer', handler, now, {
        body: reference(right),
        reason: chance.pick(replies.transferReasons),
      });
    }
    if (this.#transfers === 0 && chance.happens(0.008)) {
      this.#transfers += 1;
      return this.#step('refer', handler, now, { reason: chance.pick(replies.referReasons) });
    }
    return this.#step('take', handler, now);
  }

  #handle(since: Instant): Step | undefined {
    const { chance } = this.#context;
    if (!this.#noted && chance.happens(0.14)) {
      this.#noted = true;
      return this.#step('note', this.#handler, this.#after(since, 'take'), { progress: chance.pick(replies.progress) });
    }
    return this.#step('handle', this.#handler, this.#after(since, 'handle'), this.#resultForm());
  }

  #verify(since: Instant): Step | undefined {
    const { chance, texts } = this.#context;
    const now = this.#after(since, 'check');
    const inspector = this.#holder('inspector');
    if (!this.#failed && chance.happens(0.06)) {
      this.#failed = true;
      return this.#step('fail', inspector, now, { reason: chance.pick(replies.returnReasons) });
    }
    if (chance.happens(0.02)) return this.#step('explain', inspector, now, { answer: chance.pick(replies.explained) });
    return this.#step('close', inspector, now, { answer: this.#words(texts.answers) });
  }

  #checkSettled(since: Instant): Step | undefined {
    const { chance, texts } = this.#context;
    const now = this.#after(since, 'check');
    const checker = this.#context.staff
      .at('community-staff', this.#context.path)
      .find((person) => person.id !== this.#settler);
    if (chance.happens(0.03))
      return this.#step('fail-settled', checker, now, { reason: chance.pick(replies.returnReasons) });
    return this.#step('close-settled', checker, now, { answer: this.#words(texts.answers) });
  }

  /** Four in ten say how it was; hardly anybody at night. */
  #rate(since: Instant): Step | undefined {
    const { chance, asked } = this.#context;
    if (!asked || !chance.happens(this.#rounds > 1 ? 0.7 : 0.42)) return undefined;
    const late = this.#haste > 1;
    const rating = chance.weighed<number>([
      [5, late ? 14 : 52],
      [4, late ? 30 : 29],
      [3, late ? 28 : 11],
      [2, this.#rounds > 1 ? 1 : late ? 20 : 5],
      [1, this.#rounds > 1 ? 0 : late ? 8 : 2],
    ]);
    const from = rating >= 4 ? replies.goodComments : rating === 3 ? replies.fairComments : replies.badComments;
    const comment = chance.pick<string>(from);
    if (rating <= 2) this.#transfers = 1;
    const now = afterDuty(since, chance.duration(240, 0.9));
    return this.#step('rate', 'reporter', now, { rating, ...(comment && chance.happens(0.5) ? { comment } : {}) });
  }
}
