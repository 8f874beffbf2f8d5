import type { RotaSlot } from '#engines/organisation/model';

const line = /^(\S.*?)\s+(\d{1,2}):(\d{2})\s*[-–—至]\s*(\d{1,2}):(\d{2})(?:\s+(\d{1,2}))?$/;

/** Shifts as people write them, one a line: `白班 08:00-20:00 1`. The number of the first line that is not clear otherwise. */
export const slotsOf = (text: string): readonly RotaSlot[] | number => {
  const slots: RotaSlot[] = [];
  const lines = text
    .normalize('NFKC')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
  for (const [index, one] of lines.entries()) {
    const found = line.exec(one);
    const minutes = (hours: string | undefined, rest: string | undefined): number => Number(hours) * 60 + Number(rest);
    const [from, to] = [minutes(found?.[2], found?.[3]), minutes(found?.[4], found?.[5]) % 1440];
    if (!found || Number(found[2]) > 23 || Number(found[4]) > 24 || Number(found[3]) > 59 || Number(found[5]) > 59)
      return index + 1;
    slots.push({ name: found[1] ?? '', from, to, people: Math.max(1, Number(found[6] ?? 1)) });
  }
  return slots.length === 0 ? 1 : slots;
};
