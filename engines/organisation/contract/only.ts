import { type TProperties, Type } from 'typebox';

/** A body with exactly these fields: whatever else is sent is refused, not ignored (ASVS 15.3.3). */
export const Only = <Properties extends TProperties>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false });
