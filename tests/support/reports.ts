import { randomBytes } from 'node:crypto';
import { type Id, uuidv7 } from '#kernel/ids';

/** A report without sign-in, in the demo district, as a phone sends it. */
export interface PublicReportBody {
  readonly district: string;
  readonly queryCode: string;
  readonly report: {
    readonly id: Id;
    readonly playbook: string;
    readonly category: string;
    readonly place: { readonly code: string; readonly text: string };
    readonly values: Readonly<Record<string, unknown>>;
  };
}

interface Definitions {
  readonly playbooks: readonly { readonly id: string; readonly categories: string }[];
  readonly codeLists: readonly { readonly id: string; readonly items: readonly { code: string; parent?: string }[] }[];
}

/** Some category of the resident's playbook, as the server itself lists them. */
export const someCategory = async (origin: string): Promise<string> => {
  const { playbooks, codeLists } = (await (await fetch(`${origin}/api/playbooks`)).json()) as Definitions;
  const list = playbooks.find((playbook) => playbook.id === 'grid.snapshot')?.categories;
  const item = codeLists.find((one) => one.id === list)?.items.find(({ parent }) => parent !== undefined);
  if (!item) throw new Error('the resident’s playbook has no category');
  return item.code;
};

/** A new report. @param at code of a community or grid of the demo district */
export const newReport = (category: string, at: string): PublicReportBody => ({
  district: '990101',
  queryCode: 'K7QX22MM',
  report: {
    id: uuidv7(Date.now(), randomBytes(10)),
    playbook: 'grid.snapshot',
    category,
    place: { code: at, text: '3 号楼东侧' },
    values: {},
  },
});

export const sendReport = (origin: string, body: PublicReportBody): Promise<Response> =>
  fetch(`${origin}/api/public/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
