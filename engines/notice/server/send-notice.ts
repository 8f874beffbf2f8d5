import type { Id } from '#kernel/ids';
import { plusMillis } from '#kernel/instant';
import { rankOf, type Sensitivity } from '#kernel/sensitivity';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import { holesOf, isEmail, type NoticeTemplate, type OutsideChannel } from '#engines/notice/model';
import type { Contact, NoticePorts } from './ports.ts';
import type { NoticeTables, NoticeTransaction, ReceiverKind } from './tables.ts';
import { addressPlace, valuesPlace } from './tables.ts';
import type { Notice, Receiver } from './use-cases.ts';

/** A receiver after posts became their holders and addresses their keyed hashes. */
interface Resolved {
  readonly kind: ReceiverKind;
  readonly receiver: string;
  readonly district: string;
  readonly post: Id | null;
  readonly contact: () => Promise<Contact>;
}

export const sendJob = 'notice.send';

export interface SendPayload {
  readonly district: string;
  /** Persons whose pages are to show it at once. */
  readonly persons: readonly Id[];
}

const digits = (phone: string): string => phone.normalize('NFKC').replace(/[^\d+]/g, '');

/** Tells receivers of an event, in the sender's transaction: without the commit nobody hears anything. */
export const createSendNotice = (parts: Parts, ports: NoticePorts) => {
  const templates = new Map(ports.templates.map((template) => [template.id, template]));

  /** @throws Error when no pack declares it: a sender names what is not there */
  const getTemplate = (id: string): NoticeTemplate => {
    const template = templates.get(id);
    if (!template) throw new Error(`no pack declares the notice template ${id}`);
    return template;
  };

  const resolve = async (sql: SqlOrTransaction, notice: Notice): Promise<readonly Resolved[]> => {
    const posts = notice.to.flatMap((one) => ('post' in one ? [one.post] : []));
    const holders = posts.length ? await ports.holdersOf(sql, posts) : [];
    const ofPerson = (person: Id, district: string, post: Id | null): Resolved => ({
      kind: 'person',
      receiver: person,
      district,
      post,
      contact: () => ports.contactOf(sql, person),
    });
    const found = await Promise.all(
      notice.to.map(async (one: Receiver): Promise<readonly Resolved[]> => {
        if ('person' in one) return [ofPerson(one.person, notice.district, null)];
        if ('post' in one)
          return holders
            .filter((held) => held.post === one.post)
            .map((held) => ofPerson(held.person, notice.district, held.post));
        if ('resident' in one)
          return [
            {
              kind: 'resident',
              receiver: one.resident,
              district: notice.district,
              post: null,
              contact: () => ports.contactOfResident(sql, one.resident),
            },
          ];
        const [kind, address] =
          'phone' in one ? (['phone', digits(one.phone)] as const) : (['email', one.email.trim()] as const);
        if (kind === 'email' && !isEmail(address)) throw new Error('not an e-mail address');
        return [
          {
            kind,
            receiver: await parts.seals.blind(`notice.${kind}`, address.toLowerCase()),
            district: notice.district,
            post: null,
            contact: async () => ({
              phone: kind === 'phone' ? address : null,
              email: kind === 'email' ? address : null,
            }),
          },
        ];
      }),
    );
    const once = new Map<string, Resolved>();
    for (const one of found.flat())
      if (!once.has(`${one.kind} ${one.receiver}`)) once.set(`${one.kind} ${one.receiver}`, one);
    return [...once.values()];
  };

  const assertValues = (template: NoticeTemplate, notice: Notice): void => {
    const needed = [template.title, template.text, template.sms, template.subject].flatMap((text) =>
      text ? holesOf(text.zh) : [],
    );
    const missing = needed.find((hole) => !Object.hasOwn(notice.values, hole));
    if (missing !== undefined) throw new Error(`${template.id}: no value for {${missing}}`);
  };

  /** @returns ids of the notices that were made now; a repeat makes none */
  const sendNotice = async (sql: SqlOrTransaction, notice: Notice): Promise<readonly Id[]> => {
    const template = getTemplate(notice.template);
    assertValues(template, notice);
    const trx = sql as NoticeTransaction;
    const now = parts.clock();
    const channels = notice.channels ?? ['app'];
    const outside = channels.filter((one): one is OutsideChannel => one !== 'app');
    const labels: readonly Sensitivity[] = [template.sensitivity ?? 'internal', notice.sensitivity ?? 'public'];
    const within = notice.acknowledgeWithin ?? template.acknowledgeWithin;
    const expiresAt = notice.expiresAt ?? (template.goodFor ? plusMillis(now, template.goodFor * 60_000) : null);
    const made: Id[] = [];
    const persons: Id[] = [];

    for (const one of await resolve(sql, notice)) {
      const id = parts.newId();
      const inHouse = one.kind === 'person' || one.kind === 'resident';
      const row: Omit<
        NoticeTables['notice'],
        'next_receivers' | 'delivered_at' | 'read_at' | 'acknowledged_at' | 'escalated_at'
      > = {
        district: one.district,
        id,
        event: notice.id,
        receiver_kind: one.kind,
        receiver: one.receiver,
        post: one.post,
        template: template.id,
        about: notice.about ?? null,
        sensitivity: Math.max(...labels.map(rankOf)),
        sealed: await parts.seals.seal(valuesPlace(one.district, id), JSON.stringify(notice.values)),
        in_app: inHouse && channels.includes('app'),
        made_at: now,
        acknowledge_by: inHouse && within !== undefined ? plusMillis(now, within * 60_000) : null,
        escalated_from: notice.escalatedFrom ?? null,
      };
      const inserted = await trx
        .insertInto('notice')
        .values({ ...row, next_receivers: JSON.stringify(notice.otherwise ?? []) })
        .onConflict((on) => on.columns(['district', 'event', 'receiver_kind', 'receiver']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!inserted) continue;
      made.push(id);
      if (one.kind === 'person') persons.push(one.receiver);
      if (outside.length) await writeMessages(trx, one, id, outside, { now, expiresAt, locale: notice.locale ?? 'zh' });
    }
    if (made.length > 0)
      await parts.jobs.start(sql, {
        id: parts.newId(),
        kind: sendJob,
        district: notice.district,
        person: null,
        payload: { district: notice.district, persons } satisfies SendPayload,
      });
    return made;
  };

  const writeMessages = async (
    trx: NoticeTransaction,
    one: Resolved,
    notice: Id,
    channels: readonly OutsideChannel[],
    when: { readonly now: string; readonly expiresAt: string | null; readonly locale: 'zh' | 'en' },
  ): Promise<void> => {
    const contact = await one.contact();
    for (const channel of channels) {
      const address = channel === 'sms' ? contact.phone : contact.email;
      if (!address) continue;
      const configured = channel === 'sms' ? await ports.gateways.sms() : await ports.gateways.smtp();
      const id = parts.newId();
      await trx
        .insertInto('notice_message')
        .values({
          district: one.district,
          id,
          notice,
          channel,
          address: await parts.seals.seal(addressPlace(one.district, id), address),
          locale: when.locale,
          state: configured ? 'queued' : 'waiting',
          next_at: when.now,
          made_at: when.now,
          expires_at: when.expiresAt,
        })
        .execute();
    }
  };

  return { sendNotice, getTemplate };
};

export type SendNotice = ReturnType<typeof createSendNotice>['sendNotice'];
