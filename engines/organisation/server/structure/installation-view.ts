import { sql as raw } from 'kysely';
import { pathToCode } from '#engines/territory/model';
import type { Parts } from '#platform/server/parts';
import type { OrganisationPorts } from '../ports.ts';

/** Codes of the districts that this installation serves: those with a body in them. */
export const servedDistricts = async (parts: Pick<Parts, 'sql'>): Promise<readonly string[]> => {
  const { rows } = await raw<{ district: string }>`
    select distinct district from body where abolished_on is null order by district`.execute(parts.sql);
  return rows.map(({ district }) => district);
};

/** What every page asks first. A country’s whole tree may lie beside the districts that are served. */
export const createInstallationView = (parts: Parts, ports: OrganisationPorts) => {
  const listDistricts = async () => {
    const paths = await Promise.all((await servedDistricts(parts)).map((district) => ports.findPath(district)));
    const known = paths.filter((path) => path !== undefined);
    const names = await ports.namesOf(known);
    return known.map((path) => ({ code: pathToCode(path), name: names.get(path) ?? pathToCode(path) }));
  };
  return async () => ({
    districts: await listDistricts(),
    demo: parts.demo,
    mapKey: (await parts.settings.get('map.tianditu-key', '')) || null,
  });
};
