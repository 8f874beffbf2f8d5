import { bodies } from './bodies/bodies.ts';
import { body } from './body/body.ts';
import { choice } from './choice/choice.ts';
import { date } from './date/date.ts';
import type { FieldType, Json } from './field.ts';
import { file } from './file/file.ts';
import { moment } from './moment/moment.ts';
import { money } from './money/money.ts';
import { number } from './number/number.ts';
import { person } from './person/person.ts';
import { phone } from './phone/phone.ts';
import { photos } from './photos/photos.ts';
import { point } from './point/point.ts';
import { rating } from './rating/rating.ts';
import { rowsType } from './rows/rows.ts';
import { slot } from './slot/slot.ts';
import { territory } from './territory/territory.ts';
import { text } from './text/text.ts';
import { yesNo } from './yes-no/yes-no.ts';

/** A type as shared code sees it: it asks, the type answers, and nobody asks which type it is. */
export type AnyFieldType = FieldType<Json>;

// A type's own `text` is only ever handed what its own `check` gave back.
const all = [
  text,
  number,
  money,
  date,
  moment,
  choice,
  territory,
  point,
  photos,
  file,
  phone,
  person,
  body,
  bodies,
  rating,
  yesNo,
  slot,
  rowsType((id) => fieldTypes.get(id)),
];

/** Every field type by id. To add one: its folder, one line here, one in `web.ts`. */
export const fieldTypes: ReadonlyMap<string, AnyFieldType> = new Map(
  all.map((type) => [type.id, type as unknown as AnyFieldType]),
);

/** @throws Error for an unknown type: a checked pack holds none */
export const getFieldType = (id: string): AnyFieldType => {
  const type = fieldTypes.get(id);
  if (!type) throw new Error(`there is no field type ${id}`);
  return type;
};
