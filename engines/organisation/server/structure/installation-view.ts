import { sql as raw } from 'kysely';
import { pathToCode } from '#engines/territory/model';
import type { Parts } from '#platform/server/parts';
import type { OrganisationPorts } from '../ports.ts';

/** Districts that this installation serves: those with a body in them. A country’s whole tree may lie beside them. */
export const createInstallationView = (parts: Parts, ports: OrganisationPorts) => {
  const listDistricts = async () => {
    const { rows } = await raw<{ district: string }>`
      select distinct district from body where abolished_on is null order by district`.execute(parts.sql);
    const paths = await Promise.all(rows.map(({ district }) => ports.findPath(district)));
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
