import type { Playbook } from '../playbook.ts';
import { ownVersion } from './versions.ts';

/** Keys in the order in which people write them; a database keeps another. */
const order =
  'id version name summary categories reporters sensitivity audience fields title start stages actions clocks routing onReport type hint required show options privacy shown owner ends from to when who needs does effects form assigns answers rates outcome counts notBy atMost batch tone limits limit amount unit source warnAt main whenOver zh en'.split(
    ' ',
  );
const placeOf = (key: string): number => {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
};

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => placeOf(one) - placeOf(other))
      .map(([key, one]) => [key, inOrder(one)]),
  );
};

/**
 * A playbook as a pack of its own: a file `pack.ts` that lies in a folder of `packs/`, or the same as JSON. Versions of
 * districts mean nothing elsewhere: a pack counts from the version that it was made of.
 * @param after version of the pack's playbook that it follows; 0 for a new one
 */
export const asPackFile = (playbook: Playbook, after: number, kind: 'ts' | 'json'): { name: string; text: string } => {
  const version = ownVersion(playbook.version) ? after + 1 : Math.max(playbook.version, after);
  const { name, summary } = playbook;
  const id = playbook.id.replace(/[^A-Za-z0-9]+/g, '-');
  const pack = { id, version: 1, name, summary, sections: { playbooks: [inOrder({ ...playbook, version })] } };
  const json = JSON.stringify(pack, null, 2);
  return kind === 'json'
    ? { name: `${id}.json`, text: `${json}\n` }
    : {
        name: `${id}.pack.ts`,
        text: `import { definePack } from '#kernel/pack';\n\nexport const pack = definePack(${json});\n`,
      };
};

/**
 * The playbooks that a file holds: a pack as JSON or as `definePack(…)` around JSON, or one playbook alone. What they
 * are worth the checker says.
 */
export const playbooksInFile = (text: string): readonly unknown[] => {
  const [begin, end] = [text.indexOf('{', Math.max(0, text.indexOf('definePack('))), text.lastIndexOf('}')];
  if (begin < 0 || end < begin) return [];
  try {
    const value = JSON.parse(text.trimStart().startsWith('{') ? text : text.slice(begin, end + 1)) as {
      readonly sections?: { readonly playbooks?: unknown };
      readonly stages?: unknown;
    };
    const listed = value.sections?.playbooks;
    return Array.isArray(listed) ? (listed as readonly unknown[]) : value.stages === undefined ? [] : [value];
  } catch {
    return [];
  }
};
