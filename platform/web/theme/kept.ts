/** Small choices that a device remembers (theme, locale). A browser that forbids storage forgets them, no more. */
export const readKept = <Value>(key: string, otherwise: Value): Value => {
  try {
    const text = localStorage.getItem(`lifang.${key}`);
    return text === null ? otherwise : (JSON.parse(text) as Value);
  } catch {
    return otherwise;
  }
};

export const keep = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(`lifang.${key}`, JSON.stringify(value));
  } catch {
    // Private mode or a full disk: the choice lasts as long as the page.
  }
};
