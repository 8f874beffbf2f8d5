import { createHash } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText, type Instant } from '#kernel/instant';
import type { RawAnswer } from '#platform/server/http';
import type { Parts, Session } from '#platform/server/parts';
import { districtOfPath, pathToCode, trailPaths } from '#engines/territory/model';
import type { GridForce, MemberView, PublicBoard } from '#engines/organisation/contract';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking } from '../reach.ts';
import { scopesWith } from '../scope-sql.ts';
import type { OrganisationSql } from '../tables.ts';
import type { Members } from './members.ts';

/** Somebody at a post of the grid, with what was declared for the public; nothing else of a person is read here. */
interface CardRow {
  readonly person: Id;
  readonly post: Id;
  readonly name: string;
  readonly title: string;
  readonly level: string;
  readonly photo: string | null;
  readonly phone: string | null;
  readonly declared: boolean;
  readonly away: boolean;
  readonly standsInFor: string | null;
  readonly duties: readonly string[];
}

/** The force of a grid, 1＋N＋＊ (S012), and its notice board (S117), which shows what was declared and nothing else. */
export const createGridForce = (parts: Parts, ports: OrganisationPorts, members: Members) => {
  const sql: OrganisationSql = parts.sql;
  const today = (): DateText => chinaDate(parts.clock());

  /** Posts that range over the grid alone, and those of the community that were named its own: its head stands there. */
  const cardsOf = async (grid: string): Promise<readonly CardRow[]> => {
    const day = today();
    const { rows } = await raw<CardRow>`
      select person.id as person, post.id as post, person.name, post.title,
        case when own.head then 'head' else 'worker' end as level,
        card.photo, card.phone, card.post is not null as declared,
        exists (select from absence a where a.district = h.district and a.person = h.person and a.cancelled_at is null
          and a.from_day <= ${day} and a.to_day > ${day}) as away,
        (select o.name from absence a join person o on o.district = a.district and o.id = a.person
          where a.district = h.district and a.id = h.absence) as "standsInFor",
        coalesce(job.duties, '{}') as duties
      from post join holding h on h.district = post.district and h.post = post.id and h.from_day <= ${day}
        and (h.to_day is null or h.to_day > ${day})
      join person on person.district = h.district and person.id = h.person and person.disabled_at is null
      left join public_card card on card.district = h.district and card.post = h.post and card.person = h.person
      left join post_job job on job.district = post.district and job.post = post.id
      left join lateral (
        select true as named, bool_or(m.seat = 'head') as head from membership m
        join body b on b.district = m.district and b.id = m.body and b.territory = ${grid} and b.abolished_on is null
        where m.district = post.district and m.member_post = post.id and m.part = 'own' and m.from_day <= ${day}
          and (m.to_day is null or m.to_day > ${day}) having count(*) > 0
      ) own on true
      where post.district = ${districtOfPath(grid)} and post.abolished_on is null
        and (post.scope = ${grid} or (own.named and post.scope = any(${trailPaths(grid)}::text[])))
      order by coalesce(own.head, false) desc, h.absence is not null, post.title, person.name limit 50`.execute(sql);
    return rows;
  };

  /** Bodies whose members belong to the grid: alliances and groups that stand on it. */
  const alliancesOf = async (grid: string): Promise<readonly { id: Id; name: string }[]> =>
    sql
      .selectFrom('body')
      .select(['id', 'name'])
      .where('district', '=', districtOfPath(grid))
      .where('territory', '=', grid)
      .where('abolished_on', 'is', null)
      .orderBy('name')
      .execute();

  const linkedOf = async (grid: string): Promise<{ alliances: { id: Id; name: string }[]; members: MemberView[] }> => {
    const alliances = [...(await alliancesOf(grid))];
    return {
      alliances,
      members: await members.listOf(
        alliances.map((one) => one.id),
        today(),
      ),
    };
  };

  const boardOf = async (grid: string): Promise<PublicBoard> => {
    const [cards, { members: linked }, names, phone] = await Promise.all([
      cardsOf(grid),
      linkedOf(grid),
      ports.namesOf([grid]),
      ports.phonesAt(grid),
    ]);
    const name = names.get(grid) ?? pathToCode(grid);
    const steps = name.split(' · ');
    const declared = cards.filter((card) => card.declared && card.standsInFor === null);
    return {
      grid: steps.at(-1) ?? name,
      around: steps.slice(0, -1).join(' · '),
      people: declared.map((card) => ({
        kind: card.level === 'head' ? 'head' : 'worker',
        title: card.title,
        name: card.name,
        phone: card.phone,
        photo: card.photo,
      })),
      // Of partners the public sees who they are and what they do; a phone only where it was declared.
      linked: linked
        .filter((member) => member.part === 'linked' || member.part === 'volunteer')
        .map((member) => ({
          part: member.part ?? 'linked',
          name: member.body?.name ?? member.partner ?? member.post?.title ?? '',
          duty: member.duty,
          phone: member.phonePublic ? member.phone : null,
        })),
      duties: [...new Set(cards.flatMap((card) => card.duties))],
      phone: phone.map((one) => ({ name: one.name, phone: one.phone })),
      asOf: today(),
    };
  };

  /** Of what is shown, without the day: the same content hangs rightly tomorrow too. */
  const hashOf = ({ asOf: _, ...board }: PublicBoard): string =>
    createHash('sha256').update(JSON.stringify(board)).digest('hex');

  const getGrid = async (code: string): Promise<string> => {
    const path = await ports.findPath(code);
    if (path === undefined || (await ports.gridOf(path)) !== path) throw new DomainError('request.not-found');
    return path;
  };
  const ranges = (session: Session): readonly string[] => session.posts.map((post) => post.scope);
  const mayManage = (session: Session, grid: string): boolean =>
    scopesWith(session, 'duty.manage').some((scope) => grid.startsWith(scope));

  const seeGridForce = async (session: Session, code: string): Promise<GridForce> => {
    const grid = await getGrid(code);
    if (!ranges(session).some((scope) => grid.startsWith(scope) || scope.startsWith(grid)))
      throw new DomainError('request.not-found');
    const within = trailPaths(grid);
    const [cards, linked, names, printed, onDuty, board] = await Promise.all([
      cardsOf(grid),
      linkedOf(grid),
      ports.namesOf(within),
      raw<{ content_hash: string; printed_at: Instant }>`
        select content_hash, printed_at from board_print
        where district = ${districtOfPath(grid)} and path = ${grid}`.execute(sql),
      raw<{ name: string; until: Instant }>`
        select person.name, s.ends_at as until from shift s join person on person.district = s.district and person.id = s.person
        where s.district = ${districtOfPath(grid)} and s.path = any(${within}::text[]) and s.cancelled_at is null
          and s.starts_at <= ${parts.clock()} and s.ends_at > ${parts.clock()}
        order by s.path desc, person.name limit 10`.execute(sql),
      boardOf(grid),
    ]);
    const last = printed.rows[0];
    const place = (path: string) => ({ code: pathToCode(path), name: names.get(path) ?? pathToCode(path) });
    return {
      grid: place(grid),
      within: within.filter((path) => path !== grid && path.split('.').length > 3).map(place),
      own: cards.map(({ level, duties: _, ...card }) => ({
        ...card,
        kind: level === 'head' ? 'head' : 'worker',
        phonePublic: card.phone !== null,
      })),
      members: linked.members,
      alliances: linked.alliances,
      duties: board.duties,
      plate: await plateOf(grid),
      onDuty: onDuty.rows,
      board: {
        printedAt: last?.printed_at ?? null,
        outOfDate: last !== undefined && last.content_hash !== hashOf(board),
      },
      mayEdit: mayManage(session, grid),
    };
  };

  const plateOf = async (grid: string): Promise<string | null> => {
    const { rows } = await raw<{ code: string }>`select code from qr_plate
      where district = ${districtOfPath(grid)} and path = ${grid} and revoked_at is null`.execute(sql);
    return rows[0]?.code ?? null;
  };

  const printBoard = async (by: Asking, code: string): Promise<{ board: PublicBoard; plate: string }> => {
    const grid = await getGrid(code);
    if (!mayManage(by.session, grid)) throw new DomainError('request.not-found');
    const [board, plate] = await Promise.all([boardOf(grid), ports.ensurePlate(grid, by.session.person)]);
    await sql.transaction().execute(async (trx) => {
      const district = districtOfPath(grid);
      await raw`
        insert into board_print (district, path, content_hash, printed_by, printed_at)
        values (${district}, ${grid}, ${hashOf(board)}, ${by.session.person}, ${parts.clock()})
        on conflict (district, path) do update set content_hash = excluded.content_hash,
          printed_by = excluded.printed_by, printed_at = excluded.printed_at`.execute(trx);
      await parts.audit.write(trx, {
        district,
        person: by.session.person,
        address: by.address,
        action: 'organisation.print-board',
        object: `territory:${pathToCode(grid)}`,
        result: 'done',
      });
    });
    return { board, plate };
  };

  const gridOfPlate = async (plate: string): Promise<string> => {
    const found = await ports.findPlate(plate);
    const grid = found && (await ports.gridOf(found.path));
    if (grid === undefined) throw new DomainError('plate.unknown');
    return grid;
  };

  const openPhoto = async (id: string): Promise<RawAnswer> => {
    const opened = await parts.files.open(id, 'thumb');
    if (!opened) throw new DomainError('request.not-found');
    return { type: opened.type, size: opened.size, body: opened.body, inline: true };
  };

  /** A photo is public only as long as the board of that plate shows it. */
  const getPublicPhoto = async (plate: string, photo: string): Promise<RawAnswer> => {
    const board = await boardOf(await gridOfPlate(plate));
    if (!board.people.some((one) => one.photo === photo)) throw new DomainError('request.not-found');
    return openPhoto(photo);
  };

  /** A holder's post within reach of whoever asks; others do not exist. */
  const getHeld = async (scopes: readonly string[], post: Id, person: Id) => {
    const { rows } = await raw<{ district: string; scope: string }>`
      select post.district, post.scope from post join holder h on h.district = post.district and h.post = post.id
      where post.id = ${post} and h.person = ${person} and post.abolished_on is null
        and (h.to_day is null or h.to_day > ${today()}) limit 1`.execute(sql);
    const [held] = rows;
    if (!held || !scopes.some((scope) => held.scope.startsWith(scope))) throw new DomainError('request.not-found');
    return held;
  };

  const declareCard = async (
    by: Asking,
    given: { readonly post: Id; readonly person: Id; readonly photo: string | null; readonly phone: string | null },
  ): Promise<void> => {
    const { district } = await getHeld(scopesWith(by.session, 'duty.manage'), given.post, given.person);
    if (given.photo !== null) {
      const [file] = await parts.files.find([given.photo]);
      if (!file?.type.startsWith('image/')) throw new DomainError('organisation.unknown', {}, { field: 'photo' });
    }
    await sql.transaction().execute(async (trx) => {
      await raw`
        insert into public_card (district, post, person, photo, phone, declared_by, declared_at)
        values (${district}, ${given.post}, ${given.person}, ${given.photo}, ${given.phone}, ${by.session.person}, ${parts.clock()})
        on conflict (district, post, person) do update set photo = excluded.photo, phone = excluded.phone,
          declared_by = excluded.declared_by, declared_at = excluded.declared_at`.execute(trx);
      await parts.audit.write(trx, {
        district,
        person: by.session.person,
        address: by.address,
        action: 'organisation.declare-card',
        object: `post:${given.post}`,
        result: 'done',
        detail: { person: given.person, photo: given.photo !== null, phone: given.phone !== null },
      });
    });
  };

  const withdrawCard = async (by: Asking, post: Id, person: Id): Promise<void> => {
    const { district } = await getHeld(scopesWith(by.session, 'duty.manage'), post, person);
    await sql.transaction().execute(async (trx) => {
      await raw`delete from public_card where district = ${district} and post = ${post} and person = ${person}`.execute(
        trx,
      );
      await parts.audit.write(trx, {
        district,
        person: by.session.person,
        address: by.address,
        action: 'organisation.withdraw-card',
        object: `post:${post}`,
        result: 'done',
        detail: { person },
      });
    });
  };

  const getCardPhoto = async (session: Session, post: Id, person: Id): Promise<RawAnswer> => {
    const { district } = await getHeld(ranges(session), post, person);
    const { rows } = await raw<{ photo: string | null }>`select photo from public_card
      where district = ${district} and post = ${post} and person = ${person}`.execute(sql);
    const photo = rows[0]?.photo;
    if (!photo) throw new DomainError('request.not-found');
    return openPhoto(photo);
  };

  return {
    seeGridForce,
    printBoard,
    seePublicBoard: async (plate: string) => boardOf(await gridOfPlate(plate)),
    getPublicPhoto,
    declareCard,
    withdrawCard,
    getCardPhoto,
  };
};

export type GridForceRoom = ReturnType<typeof createGridForce>;
