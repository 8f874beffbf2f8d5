import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Playbook } from '#engines/case/model';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import { numberIn } from './identity.ts';

/** A report whose form may say for whom it is. */
interface Reported {
  readonly district: string;
  readonly caseId: Id;
  readonly playbook: Playbook;
  readonly personal: Readonly<Record<string, unknown>> | undefined;
}

export const blindNumber = (seals: Parts['seals'], number: string): Promise<string> =>
  seals.blind('case.applicant', number);

/** Which matters were applied for under one number; what names nobody costs nothing. */
export const createApplicantBook = (parts: Pick<Parts, 'sql' | 'seals'>) => {
  /** @param store writes the report's rows; given the transaction to which they belong, when there is one */
  const around = async (
    { district, caseId, playbook, personal }: Reported,
    store: (trx?: SqlOrTransaction) => Promise<ReadonlySet<Id>>,
  ): Promise<ReadonlySet<Id>> => {
    const number = numberIn(playbook.fields, personal);
    if (number === undefined) return store();
    const blind = await blindNumber(parts.seals, number);
    return parts.sql.transaction().execute(async (trx) => {
      const written = await store(trx);
      if (written.size > 0)
        await raw`insert into case_applicant (district, blind, case_id) values (${district}, ${blind}, ${caseId}::uuid)`.execute(
          trx,
        );
      return written;
    });
  };

  return { around };
};

export type ApplicantBook = ReturnType<typeof createApplicantBook>;
