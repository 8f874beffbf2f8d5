/** Width of a text in SVG units as fonts of Chinese and Latin letters draw it, a little generous. */
export const textWidth = (text: string, size: number): number => {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? size : size * latin(letter);
  return width;
};

const latin = (letter: string): number =>
  /[ilj.,:;'|!() ]/.test(letter) ? 0.36 : /[A-Zmw@—…]/.test(letter) ? 0.86 : 0.6;

/** Breaks a text into lines of at most `width`; what does not fit into `most` lines ends in an ellipsis. */
export const textLines = (text: string, width: number, size: number, most: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  // Chinese breaks anywhere, Latin words stay whole unless one alone is too long.
  for (const piece of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  const kept = lines.slice(0, most);
  return kept.map((one, index) => cut(one, width, size, index === most - 1 && lines.length > most));
};

const cut = (line: string, width: number, size: number, goesOn: boolean): string => {
  if (!goesOn && textWidth(line, size) <= width) return line;
  let kept = line;
  while (kept !== '' && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept}…`;
};
