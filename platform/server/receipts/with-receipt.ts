import { sql as raw, type Transaction } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { noteRepeat } from '#platform/server/audit';
import type { Sql } from '#platform/server/parts';
import { fingerprintOf } from './fingerprint.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- engines narrow it
type AnyTransaction = Transaction<any>;

/**
 * Runs a command once, whatever the network does. `command.id` was made by the client; `command.said` is
 * all that makes a repeat the same command (operation, person, body).
 * The same id and content: the first answer again. Other content: `request.id-reused`. Two at once: the
 * second waits for the first. A command that failed leaves no receipt and may be tried again.
 * The answer is kept as JSON, so what `work` returns has to survive JSON.
 */
export const withReceipt = async <Answer>(
  sql: Sql,
  command: { readonly district: string; readonly id: Id; readonly said: unknown },
  work: (transaction: AnyTransaction) => Promise<Answer>,
): Promise<Answer> => {
  const { district, id } = command;
  const fingerprint = fingerprintOf(command.said);
  return sql.transaction().execute(async (transaction) => {
    // A second insert of the same key waits here until the first transaction has ended.
    const mine = await raw`
      insert into command_receipt (district, id, fingerprint) values (${district}, ${id}, ${fingerprint})
      on conflict (district, id) do nothing returning id`.execute(transaction);
    if (mine.rows.length === 0) {
      const known = await raw<{ fingerprint: string; answer: Answer }>`
        select fingerprint, answer from command_receipt where district = ${district} and id = ${id}`.execute(
        transaction,
      );
      const [row] = known.rows;
      if (!row || row.fingerprint !== fingerprint) throw new DomainError('request.id-reused', {}, { field: 'id' });
      noteRepeat();
      return row.answer;
    }
    const answer = await work(transaction);
    await raw`
      update command_receipt set answer = ${JSON.stringify(answer ?? null)}::jsonb
      where district = ${district} and id = ${id}`.execute(transaction);
    return answer;
  });
};
