import type { CaseEngine } from '#engines/case/server';
import type { NoticePorts } from '#engines/notice/server';

const prefix = 'case:';

/** What a notice is about is shown to whoever may read it: matters by their own rule, anything else as it is. */
export const mayReadAbout =
  (cases: Pick<CaseEngine, 'namesOfSubjects'>): NoticePorts['mayRead'] =>
  async (session, abouts) => {
    const ids = abouts.filter((about) => about.startsWith(prefix)).map((about) => about.slice(prefix.length));
    const readable =
      ids.length > 0
        ? await cases.namesOfSubjects(
            session,
            ids.map((id) => ({ id })),
          )
        : new Map();
    return new Set(abouts.filter((about) => !about.startsWith(prefix) || readable.has(about.slice(prefix.length))));
  };
