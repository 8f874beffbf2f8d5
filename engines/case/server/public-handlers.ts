import { DomainError } from '#kernel/domain-error';
import type { CodeList, Field, Json } from '#fields/field';
import type { caseRoutes, PublicReport } from '#engines/case/contract';
import type { Playbook } from '#engines/case/model';
import { pathToCode } from '#engines/territory/model';
import type { Handlers } from '#platform/server/http';
import { withoutSleepersDoors } from './awake.ts';
import { filesNamed, holdsFile, openFile } from './case-files.ts';
import { actOn } from './commands.ts';
import { derivedId } from './derived-id.ts';
import type { CaseEngineParts } from './engine-parts.ts';
import { provenReporter } from './progress.ts';
import { placeView } from './staff-handlers.ts';

type Public = Pick<
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
>;

/** Doors without sign-in. Rates are limited by the route table; nothing of staff or of others is shown. */
export const createPublicHandlers = (engine: CaseEngineParts): Public => {
  const { parts, ports, definitions, store, commands, progress, near, plates, openly, followers, publicLimits } =
    engine;
  const { doors, plateMatters } = engine;

  const getByCode = (query: { readonly number: string; readonly queryCode: string }, address: string) =>
    publicLimits.withQueryCode(query, address, () => progress.getByCode(query));

  /** A code that somebody chose goes before the plate that was scanned; a point tells more within either. */
  const placeOf = async ({ report, plate, district }: PublicReport) => {
    const scanned = plate === undefined ? undefined : await plates.getPlate(plate);
    const code = report.place.code ?? (scanned && pathToCode(scanned.path));
    const located = await ports.locatePlace({
      district: scanned?.district ?? district,
      ...(code !== undefined && { code }),
      ...(report.place.point && { point: report.place.point }),
    });
    if (!located) throw new DomainError('case.place-unknown', {}, { field: 'place' });
    return located;
  };

  return {
    listPlaybooks: async ({ query, session }) => {
      await definitions.ready();
      // Whoever is signed in means his own district; where there is one only, nobody need say it.
      const signedIn = session as typeof session | undefined;
      const district = query.district ?? signedIn?.posts[0]?.district ?? definitions.onlyDistrict();
      const declared = await withoutSleepersDoors(parts, definitions.playbooksIn(district));
      const staff = signedIn?.kind === 'staff';
      const playbooks = [...(staff ? declared : doors.throughDoors(declared))];
      const channels = ports.definitions.channels ?? [];
      return {
        playbooks,
        codeLists: listsNamed(definitions.codeLists, playbooks),
        doors: [...doors.all],
        doorGroups: [...doors.groups],
        channels: staff ? channels.filter((channel) => channel.behalf) : [],
      };
    },

    openPlate: async ({ params }) => {
      const { path, district } = await plates.getPlate(params.code);
      await definitions.ready();
      return {
        place: placeView(path, await ports.namesOf([path])),
        district,
        playbooks: doors
          .throughDoors(await withoutSleepersDoors(parts, definitions.playbooksIn(district)))
          .map(({ id, name, summary }) => ({ id, name, summary })),
        phones: [...(await ports.phonesAt(path))],
      };
    },

    listPlateMatters: async ({ params }) => {
      const { path } = await plates.getPlate(params.code);
      return plateMatters.listAtPlate(path, parts.clock());
    },

    reportPublicly: async ({ body, address, wire }) => {
      const { report, queryCode } = body;
      if (report.onBehalf) throw new DomainError('permission.denied');
      if (body.plate !== undefined) await publicLimits.reportFromPlate(body.plate);
      const { district, path, point } = await placeOf(body);
      await definitions.ready();
      const resident = await wire.findResident();
      const closed = doors.refusalAt(definitions.getPlaybook(report.playbook, district), resident !== undefined);
      if (closed) throw closed;
      await parts.files.claim(filesNamed(report.values), { by: null, command: report.id });
      const receipt = await commands.reportCase({
        district,
        id: report.id,
        playbook: report.playbook,
        category: report.category,
        place: { path, point, text: report.place.text },
        values: report.values,
        channel: body.plate === undefined ? 'web' : 'qr',
        reporter: { kind: 'anonymous', person: null, enteredBy: null },
        actor: provenReporter,
        queryCode,
        ...(body.notice !== undefined && { notice: body.notice }),
        origin: { address },
        said: body,
      });
      // A repeat of the same report follows again, should the first have been cut off here.
      if (resident) await followers.follow(resident.person, district, report.id);
      return receipt;
    },

    seeProgress: async ({ body, address }) => progress.progressView(await getByCode(body, address), parts.clock()),

    getProgressFile: async ({ body, address }) => {
      const { state } = await getByCode(body.query, address);
      if (!holdsFile(state.data, body.file)) throw new DomainError('request.not-found');
      return openFile(parts, body.file, 'full');
    },

    actPublicly: async ({ body, address }) => {
      const { district, state } = await getByCode(body.query, address);
      const { action } = body;
      await parts.files.claim(filesNamed(action.form), { by: null, command: action.id });
      const stored = await commands.perform({
        districts: [district],
        caseId: state.id,
        id: action.id,
        actor: provenReporter,
        ...actOn(provenReporter, state.id, action),
        origin: { address },
      });
      return progress.progressView(stored, parts.clock());
    },

    nearPublicly: ({ body }) => near.nearTo(body),

    addMeTooPublicly: async ({ params, body, address, wire }) => {
      const scanned = body.plate === undefined ? undefined : await plates.getPlate(body.plate);
      const district = body.district ?? scanned?.district;
      const resident = await wire.findResident();
      const stored = await commands.perform({
        districts: district === undefined ? await store.findDistricts() : [district],
        caseId: params.id,
        // Once a resident, on whatever phone; without sign-in once for each id that a phone makes.
        id: resident ? derivedId('me-too', resident.person, params.id) : body.id,
        actor: provenReporter,
        said: ['me-too', null, params.id],
        repeatable: true,
        openly,
        origin: { address },
        command: () => ({ type: 'me-too' }),
      });
      // Whoever has the same trouble hears what came of it; nobody else is told (S676).
      if (resident) await followers.joinAffected(resident.person, stored.district, stored.state.id);
      return { meToo: stored.state.meToo };
    },
  };
};

const listsNamed = (lists: readonly CodeList[], playbooks: readonly Playbook[]): CodeList[] =>
  listsOf(
    lists,
    playbooks.map((playbook) => [
      playbook.categories,
      playbook.fields,
      playbook.actions.map((action) => action.form ?? []),
    ]),
  );

/** The code lists that forms and categories name; not each list of every pack. */
const listsOf = (
  lists: readonly CodeList[],
  used: readonly (readonly (string | readonly unknown[])[])[],
): CodeList[] => {
  const named = new Set<string>();
  const note = (value: Json | Field | readonly unknown[] | undefined): void => {
    if (typeof value === 'string') named.add(value);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) note(one as Json);
  };
  note(used);
  return lists.filter((list) => named.has(list.id));
};
