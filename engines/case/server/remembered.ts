/** What people look at with every matter and what changes with a leave: asked for once a minute. */
export const remembered = <Answer>(ask: (...about: [string, string, string, string]) => Promise<Answer>) => {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>();
  return (...about: [string, string, string, string]): Promise<Answer> => {
    const key = about.join(' ');
    const now = Date.now();
    const found = known.get(key);
    if (found && found.until > now) return found.answer;
    if (known.size >= 2_000) known.clear();
    const answer = ask(...about);
    known.set(key, { until: now + 60_000, answer });
    answer.catch(() => known.delete(key));
    return answer;
  };
};
