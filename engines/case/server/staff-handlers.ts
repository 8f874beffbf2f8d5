import { DomainError } from '#kernel/domain-error';
import type {
  applicantRoutes,
  caseRoutes,
  designRoutes,
  documentRoutes,
  effectRoutes,
  CaseView,
  learnRoutes,
  planRoutes,
  residentCaseRoutes,
  sheetRoutes,
  slotRoutes,
} from '#engines/case/contract';
import { phoneFieldOf, type Reporter } from '#engines/case/model';
import { pathToCode } from '#engines/territory/model';
import type { Handlers, RouteCall } from '#platform/server/http';
import type { Session } from '#platform/server/parts';
import { rowSourceOf } from './case-view.ts';
import { isMine } from './mine.ts';
import { filesNamed, holdsFile, openFile } from './case-files.ts';
import { actOn } from './commands.ts';
import { derivedId } from './derived-id.ts';
import { exportHandlers } from './exports/export-handlers.ts';
import type { CaseEngineParts } from './engine-parts.ts';
import { checkedContact } from './on-behalf.ts';
import { actorOf, type SeenCase, see } from './readers.ts';

type Staff = Omit<
  Handlers<typeof caseRoutes>,
  | 'listPlaybooks'
  | 'openPlate'
  | 'listPlateMatters'
  | 'reportPublicly'
  | 'seeProgress'
  | 'getProgressFile'
  | 'actPublicly'
  | 'nearPublicly'
  | 'addMeTooPublicly'
  | keyof typeof applicantRoutes
  | keyof typeof documentRoutes
  | keyof typeof sheetRoutes
  | keyof typeof residentCaseRoutes
  | keyof typeof designRoutes
  | keyof typeof planRoutes
  | keyof typeof slotRoutes
  | keyof typeof effectRoutes
  | keyof typeof learnRoutes
>;
type ReportBody = RouteCall<(typeof caseRoutes)['reportCase']>['body'];

/** What signed-in people do. Each handler says who asks, what he may see, and hands over. */
export const createStaffHandlers = (engine: CaseEngineParts): Staff => {
  const {
    parts,
    ports,
    definitions,
    store,
    lists,
    views,
    commands,
    batch,
    near,
    plates,
    exports,
    seal,
    readers,
    openly,
    reveals,
    requests,
    related,
  } = engine;
  const reading = (session: Session, permission?: string) => readers.readerOf(session, parts.clock(), permission);
  const { workingPosts, actorOn } = readers;

  const getReadable = async (session: Session, id: string): Promise<SeenCase> => {
    await definitions.ready();
    const reader = reading(session);
    const readable = see(reader, (await store.findCase(reader.districts, id, { reader })).stored);
    if (!readable) throw new DomainError('request.not-found');
    return readable;
  };

  const findRow = async (session: Session, id: string | null) => {
    if (id === null) return null;
    const reader = reading(session);
    const other = see(reader, (await store.findCases(reader.districts, [id], reader)).get(id));
    if (!other) return null;
    const row = rowSourceOf(other);
    const mine = isMine(other.state, actorOn(session, other), definitions.playbookOf(other.state));
    return views.rowView(row, await views.namesFor([row]), parts.clock(), mine);
  };

  const viewFor = async (call: { session: Session; locale: 'zh' | 'en' }, stored: SeenCase): Promise<CaseView> =>
    views.caseView(stored, {
      actor: actorOn(call.session, stored),
      now: parts.clock(),
      locale: call.locale,
      duplicateOf: await findRow(call.session, stored.state.duplicateOf),
      related: await related.relatedOf(stored, reading(call.session)),
    });

  const locate = async (session: Session, place: ReportBody['place']) => {
    const [district] = session.posts.map((post) => post.district);
    const located = await ports.locatePlace({
      ...(district !== undefined && { district }),
      ...(place.code !== undefined && { code: place.code }),
      ...(place.point && { point: place.point }),
    });
    const mine = session.posts.length === 0 || session.posts.some((post) => post.district === located?.district);
    if (!located || !mine) throw new DomainError('case.place-unknown', {}, { field: 'place' });
    return located;
  };

  return {
    ...exportHandlers({ requests, reading, workingPosts }),

    reportCase: async ({ body, session, address }) => {
      const { id, playbook, category, place, values, onBehalf } = body;
      const { district, path, point } = await locate(session, place);
      await definitions.ready();
      const phone = phoneFieldOf(definitions.getPlaybook(playbook, district))?.id;
      const hasPhone = phone !== undefined && Boolean(values[phone]);
      const contact = onBehalf && checkedContact(onBehalf, ports.definitions.channels, hasPhone);
      const files = [...filesNamed(values), ...(contact?.sheet ?? [])];
      await parts.files.claim(files, { by: session.person, command: id });
      return commands.reportCase({
        district,
        id,
        playbook,
        category,
        place: { path, point, text: place.text },
        values,
        channel: onBehalf?.channel ?? 'app',
        reporter: reporterOf(session, onBehalf !== undefined),
        actor: actorOf(session),
        ...(contact && { contact }),
        ...(onBehalf?.queryCode && { queryCode: onBehalf.queryCode }),
        origin: { address },
        said: body,
      });
    },

    listCases: async ({ query, session }) => {
      await definitions.ready();
      const now = parts.clock();
      const posts = workingPosts(session);
      const { rows, total, more, next } = await lists.listCases(query, reading(session), posts, now);
      const names = await views.namesFor(rows);
      type Row = (typeof rows)[number];
      const waits = (row: Row): boolean =>
        query.view === 'inbox' ||
        posts.some(
          (post) =>
            post.district === row.district &&
            (row.waits_for === 'role'
              ? post.role === row.owner_role && row.path.startsWith(post.scope)
              : row.waits_for === 'assignee' && post.forBody && post.body === row.assignee),
        );
      const forMe = (row: Row): boolean => row.status === 'open' && posts.some((post) => post.id === row.handler);
      const shown = rows.map((row) => views.rowView(row, names, now, waits(row), forMe(row)));
      // What was given to my own post stands before what waits for my body.
      if (query.view === 'inbox') shown.sort((one, other) => Number(other.forMe) - Number(one.forMe));
      return { rows: shown, total, more, next };
    },

    countInbox: ({ session }) => lists.countInbox(workingPosts(session), parts.clock()),

    getCase: async (call) => {
      const { session, params, locale } = call;
      const stored = await getReadable(session, params.id);
      const { district, state, sealed } = stored;
      const actor = actorOn(session, stored);
      const contact = sealed === null ? undefined : await seal.open(district, state.id, sealed);
      const duplicateOf = await findRow(session, state.duplicateOf);
      const others = await related.relatedOf(stored, reading(session));
      return views.caseView(stored, { actor, now: parts.clock(), locale, contact, duplicateOf, related: others });
    },

    revealValue: async ({ session, params, body, address }) =>
      reveals.reveal(session, await getReadable(session, params.id), { ...body, address }),

    getCaseFile: async ({ session, params, query }) => {
      const { district, state, events, sealed } = await getReadable(session, params.id);
      const forms = events.flatMap((event) =>
        event.type === 'ActionTaken' ? [event.form] : event.type === 'ApprovalAsked' ? [event.pending.form] : [],
      );
      if (!holdsFile([state.data, ...forms], params.file)) {
        const contact = sealed === null ? undefined : await seal.open(district, state.id, sealed);
        if (!contact?.sheet?.includes(params.file)) throw new DomainError('request.not-found');
      }
      return openFile(parts, params.file, query.size ?? 'full');
    },

    takeAction: async (call) => {
      const { session, params, body, address } = call;
      const reader = reading(session);
      await parts.files.claim(filesNamed(body.form), { by: session.person, command: body.id });
      const actor = actorOf(session);
      const stored = await commands.perform({
        ...actOn(actor, params.id, body),
        districts: reader.districts,
        caseId: params.id,
        id: body.id,
        actor,
        actorOn: (matter) => actorOn(session, matter),
        reader,
        origin: { address },
      });
      return viewFor(call, stored);
    },

    takeBatch: async ({ session, body, address }) => {
      await parts.files.claim(filesNamed(body.form), { by: session.person, command: body.id });
      return batch.takeBatch({
        ...body,
        actor: actorOf(session),
        actorOn: (matter) => actorOn(session, matter),
        reader: reading(session),
        origin: { address },
      });
    },

    nearCases: async ({ session, body }) => {
      const [district] = session.posts.map((post) => post.district);
      return near.nearTo({ ...body, district: body.district ?? district, reader: reading(session) });
    },

    addMeToo: async ({ session, params, address }) => {
      const { state } = await commands.perform({
        districts: reading(session).districts,
        caseId: params.id,
        // Once a person, whatever id the client made.
        id: derivedId('me-too', session.person, params.id),
        actor: actorOf(session),
        reader: reading(session),
        openly,
        said: ['me-too', session.person, params.id],
        repeatable: true,
        origin: { address },
        command: () => ({ type: 'me-too' }),
      });
      return { meToo: state.meToo };
    },

    linkDuplicate: async (call) => {
      const { session, params, body, address } = call;
      const reader = reading(session);
      const other = body.of === null ? null : await getReadable(session, body.of);
      const stored = await commands.perform({
        districts: reader.districts,
        caseId: params.id,
        id: body.id,
        actor: actorOf(session),
        actorOn: (matter) => actorOn(session, matter),
        reader,
        said: ['link', session.person, params.id, body.of],
        origin: { address },
        command: () => ({
          type: 'link',
          of: other && { id: other.state.id, duplicateOf: other.state.duplicateOf },
        }),
      });
      return viewFor(call, stored);
    },

    exportCases: ({ session, body, address, locale }) =>
      exports.startExport(
        { query: body, reader: reading(session, 'case.export'), posts: workingPosts(session) },
        { session, locale, address },
      ),

    listPlates: async ({ session, query }) => {
      const found = await plates.listPlates(reading(session, 'plate.manage'), query.at);
      const names = await ports.namesOf([...new Set(found.map((plate) => plate.path))]);
      return found.map(({ code, path, revokedAt }) => ({ code, place: placeView(path, names), revokedAt }));
    },

    makePlates: ({ session, body, address }) =>
      plates.makePlates(reading(session, 'plate.manage'), { id: body.id, at: body.at, address }),

    revokePlate: ({ session, params, address }) =>
      plates.revokePlate(reading(session, 'plate.manage'), params.code, address),
  };
};

export const placeView = (path: string, names: ReadonlyMap<string, string>) => ({
  code: pathToCode(path),
  name: names.get(path) ?? '',
  text: '',
  point: null,
});

const reporterOf = (session: Session, onBehalf: boolean): Reporter => {
  if (onBehalf) return { kind: 'resident', person: null, enteredBy: session.person };
  return { kind: session.posts.length > 0 ? 'staff' : 'resident', person: session.person, enteredBy: null };
};
