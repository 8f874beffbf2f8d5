/** An exact number, as a fraction of whole ones; the denominator is above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The decimal that a number is written as: `36.45` is exactly 3645/100, whatever its binary form. */
export const decimalOf = (value: number): Fraction => {
  const [, sign = '', whole = '0', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const scale = part.length - Number(power);
  const digits = BigInt(`${sign}${whole}${part}`);
  return scale >= 0
    ? { numerator: digits, denominator: 10n ** BigInt(scale) }
    : { numerator: digits * 10n ** BigInt(-scale), denominator: 1n };
};

/**
 * Rounded half up (away from zero), with commas between thousands: 1951 → `1,951`, 10.25 with one digit → `10.3`.
 * @param digits after the point, all of them written
 */
export const roundHalfUp = (value: Fraction, digits: number): string => {
  const negative = value.numerator < 0n;
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(digits);
  const rounded = (scaled * 2n + value.denominator) / (value.denominator * 2n);
  const text = rounded.toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  const part = digits > 0 ? `.${text.slice(-digits)}` : '';
  return `${negative && rounded !== 0n ? '-' : ''}${whole}${part}`;
};
