import { label } from '#kernel/label';
import type { Field, FieldType } from '../field.ts';
import { foldWidth } from '../fold-text.ts';
import { maskedCode } from '../mask.ts';
import { oneOf, option, optionProblems } from '../options.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

/** Steps of the official division code, then at least one local step: the depths that a field may ask for. */
const levels = [
  ['province', '省', 'a province'],
  ['city', '市', 'a city'],
  ['district', '区县', 'a district'],
  ['street', '街道（乡镇）', 'a street or town'],
  ['community', '社区（村）', 'a community or village'],
  ['grid', '网格', 'a grid'],
] as const;
const digitsAt = [2, 4, 6, 9, 12];

/** Number of steps of a code, 0 for what is no code. */
const depthOf = (code: string): number => {
  const found = /^(\d{2,12})((?:[a-z]\d{1,8})*)$/.exec(code);
  const official = digitsAt.indexOf(found?.[1]?.length ?? 0) + 1;
  const local = found?.[2]?.match(/[a-z]/g)?.length ?? 0;
  return official === 0 ? 0 : official + local;
};

const leastOf = (field: Field): number => {
  const level = option(field, 'level');
  return levels.findIndex(([id]) => id === level) + 1;
};

/**
 * A place of the territory tree, as its code at rest (`440310001003`, `440310001003g07`). Option `level`:
 * how far down the choice has to go. Whether the code exists is the tree's to say, not the form's.
 */
export const territory: FieldType<string> = {
  id: 'territory',
  name: label('区域', 'Territory'),
  schema: () => ({ type: 'string', pattern: '^[0-9]{2,12}([a-z][0-9]{1,8})*$', maxLength: 60 }),
  check: (value, field) => {
    if (typeof value !== 'string') return refuseShape(field);
    const code = foldWidth(value).replace(/\s/g, '').toLowerCase();
    const depth = depthOf(code);
    if (depth === 0 || code.length > 60) {
      return refuseField(field, label('请从列表中选择区域', 'please choose a territory from the list'));
    }
    const [, zh, en] = levels[leastOf(field) - 1] ?? [];
    if (depth >= leastOf(field)) return code;
    return refuseField(field, label(`请选到${zh}`, `please choose down to ${en}`));
  },
  text: (value, _field, context) => context.territoryName?.(value) ?? value,
  mask: (value, _field, context) => context.territoryName?.(maskedCode(value)) ?? maskedCode(value),
  refersTo: (code) => [{ kind: 'territory', id: code }],
  sample: (field, _context, chance) => {
    const community = `99010100${1 + Math.floor(chance * 2.999)}00${1 + Math.floor(chance * 3.999)}`;
    return leastOf(field) > 5 ? `${community}g0${1 + Math.floor(chance * 4.999)}` : community;
  },
  problems: (field) => optionProblems(field, { level: oneOf(levels.map(([id]) => id)) }),
};
