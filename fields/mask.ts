/**
 * Personal values as anybody sees them who has not asked to see them: enough to recognise, too little to know
 * (GB/T 22239-2019 8.1.4.6 b).
 */

/** 15 or 18 signs of a resident identity card. */
const identityNumber = /^\d{6}(\d{9}|\d{11}[\dXx])$/;

/** `110***********0012`: the province stays, and the last four. */
export const maskedIdentity = (value: string): string =>
  `${value.slice(0, 3)}${'*'.repeat(Math.max(0, value.length - 7))}${value.slice(-4)}`;

/** `张*`: the first sign stays; how long the name is does not show. */
export const maskedName = (value: string): string => {
  const [first] = value.trim();
  return first === undefined ? '' : `${first}*`;
};

/** Of a text its first sign; identity numbers are masked as such wherever they are typed. */
export const maskedText = (value: string): string => {
  const text = value.trim();
  if (identityNumber.test(text)) return maskedIdentity(text);
  return maskedName(text);
};

/** The community and what is above it; where in it somebody lives is not told. */
export const maskedCode = (code: string): string => /^\d{2,12}/.exec(code)?.[0] ?? '';
