import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Field } from '#fields/field';
import type { Playbook } from '#engines/case/model';
import type { Parts } from '#platform/server/parts';
import { addMonths, notHeld } from '#platform/server/retention';
import { filesNamed } from './case-files.ts';
import type { Contact, ContactSeal } from './contact-seal.ts';
import { numberIn } from './applicant/identity.ts';
import type { Definitions } from './definitions.ts';
import { onBehalfFields } from './on-behalf.ts';

interface Row {
  readonly district: string;
  readonly case_id: Id;
  readonly sealed: string;
  readonly closed_at: Instant;
  readonly playbook: string;
  readonly playbook_version: number;
}

export interface ExpiredContacts {
  /** Matters of which something was over. */
  readonly matters: number;
  /** Files that only the deleted values named. */
  readonly files: readonly string[];
}

const page = 500;
const fieldsOf = (playbook: Playbook): readonly Field[] => [
  ...playbook.fields,
  ...playbook.actions.flatMap((action) => action.form ?? []),
];

/** Months after the closing; a field that no longer declares anything is kept no longer. */
const monthsOf = (field: Field | undefined): number => field?.privacy?.retentionMonths ?? 0;

const without = (contact: Contact, isOver: (field: Field | undefined) => boolean, fields: readonly Field[]) => {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const over = Object.entries(contact.personal).filter(([id]) => isOver(byId.get(id)));
  const sheet = contact.sheet && !isOver(onBehalfFields.sheet) ? contact.sheet : undefined;
  const given = (contact.given ?? []).filter(({ field }) => !isOver(byId.get(field)));
  const forgotten = (contact.given ?? []).filter((one) => !given.includes(one));
  const authored = (contact.authored ?? []).filter(({ field }) => !isOver(byId.get(field)));
  const left: Contact = {
    name: contact.name !== null && isOver(onBehalfFields.name) ? null : contact.name,
    phone: contact.phone !== null && isOver(onBehalfFields.phone) ? null : contact.phone,
    personal: Object.fromEntries(Object.entries(contact.personal).filter(([id]) => !isOver(byId.get(id)))),
    ...(sheet && { sheet }),
    ...(given.length > 0 && { given }),
    ...(authored.length > 0 && { authored }),
    ...(contact.notice !== undefined && { notice: contact.notice }),
  };
  const fewer = authored.length < (contact.authored?.length ?? 0) || forgotten.length > 0 || sheet !== contact.sheet;
  const changed = fewer || over.length > 0 || left.name !== contact.name || left.phone !== contact.phone;
  const empty =
    left.name === null &&
    left.phone === null &&
    !sheet &&
    Object.keys(left.personal).length === 0 &&
    given.length === 0 &&
    authored.length === 0;
  const gone = sheet ? [] : (contact.sheet ?? []);
  return {
    left,
    changed,
    empty,
    files: [
      ...new Set([
        ...filesNamed(Object.fromEntries(over)),
        ...forgotten.flatMap(({ value }) => filesNamed({ value })),
        ...gone,
      ]),
    ],
  };
};

/** Deletes what is personal of whoever asked, field by field, when its declared months after the closing are over. */
export const createContactExpiry = (
  parts: Pick<Parts, 'sql'>,
  definitions: Definitions,
  seal: ContactSeal,
): ((now: Instant, really: boolean) => Promise<ExpiredContacts>) => {
  const pageAfter = async (last: Row | undefined, now: Instant): Promise<readonly Row[]> =>
    (
      await raw<Row>`
        select t.district, t.case_id, t.sealed, coalesce(c.closed_at, c.reported_at) as closed_at, c.playbook, c.playbook_version
        from case_contact as t join case_file as c on c.district = t.district and c.id = t.case_id
        where c.status = 'closed' and coalesce(c.closed_at, c.reported_at) < ${now}
          and (t.district, t.case_id) > (${last?.district ?? ''}, ${last?.case_id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
          and ${notHeld(raw`'case:' || t.case_id`)}
        order by t.district, t.case_id limit ${raw.lit(page)}`.execute(parts.sql)
    ).rows;

  const replace = async (row: Row, left: Contact | null): Promise<void> => {
    const same = raw`district = ${row.district} and case_id = ${row.case_id} and sealed = ${row.sealed}`;
    if (left === null) await raw`delete from case_contact where ${same}`.execute(parts.sql);
    else {
      const sealed = await seal.seal(row.district, row.case_id, left);
      await raw`update case_contact set sealed = ${sealed} where ${same}`.execute(parts.sql);
    }
  };

  const forgetApplicant = async ({ district, case_id }: Row): Promise<void> => {
    await raw`delete from case_applicant where district = ${district} and case_id = ${case_id}`.execute(parts.sql);
  };

  return async (now, really) => {
    await definitions.ready();
    const files: string[] = [];
    let matters = 0;
    for (let rows = await pageAfter(undefined, now); rows.length > 0; rows = await pageAfter(rows.at(-1), now))
      for (const row of rows) {
        const fields = fieldsOf(
          definitions.playbookOf({ playbook: row.playbook, playbookVersion: row.playbook_version }),
        );
        const isOver = (field: Field | undefined): boolean => addMonths(row.closed_at, monthsOf(field)) <= now;
        const contact = await seal.open(row.district, row.case_id, row.sealed);
        const after = without(contact, isOver, fields);
        if (!after.changed) continue;
        matters += 1;
        files.push(...after.files);
        if (!really) continue;
        await replace(row, after.empty ? null : after.left);
        if (numberIn(fields, contact.personal) !== numberIn(fields, after.left.personal)) await forgetApplicant(row);
      }
    return { matters, files };
  };
};
