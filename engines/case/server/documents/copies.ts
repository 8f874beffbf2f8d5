import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label, Locale } from '#kernel/label';
import type { DocumentRow, DocumentView, IssueDocument } from '#engines/case/contract';
import {
  type Bound,
  type CaseDocument,
  copiesOf,
  type DocumentContext,
  type DocumentMatter,
  documentScope,
  documentsFor,
  findAction,
  type DocumentTree,
  isDossier,
  isOffered,
  momentText,
  renderDocument,
  seriesOf,
} from '#engines/case/model';
import { inScope } from '#engines/territory/model';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { personalFieldsOf, type Views } from '../case-view.ts';
import type { ContactSeal } from '../contact-seal.ts';
import type { Definitions } from '../definitions.ts';
import { exportMark, signatureOf } from '../exports/export-mark.ts';
import { namedContext } from '../named-context.ts';
import { onBehalfFields } from '../on-behalf.ts';
import type { CasePorts } from '../ports.ts';
import type { SeenCase } from '../readers.ts';
import type { Reveals } from '../reveal.ts';
import { createDocumentNumbers } from './numbers.ts';

interface Rooms {
  readonly definitions: Definitions;
  readonly views: Views;
  readonly seal: ContactSeal;
  readonly reveals: Reveals;
}

/** Who looks: a member of staff, or whoever asked. */
export interface Onlooker {
  readonly session: Session | null;
  readonly locale: Locale;
}

export interface Issuing {
  readonly session: Session;
  readonly locale: Locale;
  readonly address: string;
  readonly said: IssueDocument;
}

interface Issuer {
  readonly id: Id;
  readonly name: string;
  readonly title: string;
  readonly body: string;
}

interface Issued {
  readonly number: string | null;
  readonly mark: string;
  readonly at: Instant;
}

/** Copies of documents: listed, looked at, issued. What leaves the house bears a mark and is on record. */
export const createCopies = (parts: Parts, ports: CasePorts, { definitions, views, seal, reveals }: Rooms) => {
  const documents = ports.definitions.documents ?? [];
  const numbers = createDocumentNumbers(ports);

  const matterOf = async (stored: SeenCase): Promise<DocumentMatter> => {
    const { district, state, events, sealed } = stored;
    const playbook = definitions.playbookOf(state);
    const contact = sealed === null ? undefined : await seal.open(district, state.id, sealed);
    return { playbook, state, events, ...(contact && { contact }) };
  };

  /** The post for which somebody issues: the first that reaches the place. */
  const issuerOf = async ({ name, posts }: Session, { district, state }: SeenCase): Promise<Issuer> => {
    const post = posts.find((one) => inScope(state.place.path, one.scope)) ?? posts[0];
    const body = post && (await ports.namesOfBodies(district, [post.body])).get(post.body);
    return { id: post?.body ?? '', name, title: post?.title ?? '', body: body ?? '' };
  };

  /** Names of all people and bodies that the values speak of, asked for once. */
  const namedFields = ({ district }: SeenCase, { playbook, state, events, contact }: DocumentMatter) => {
    const taken = events.filter((event) => event.type === 'ActionTaken');
    const forms = [
      { fields: playbook.fields, values: { ...state.data, ...contact?.personal } },
      ...taken.map(({ action, form }) => ({
        fields: findAction(playbook, action)?.form ?? [],
        values: { ...form, ...contact?.personal },
      })),
    ];
    // Each form under names of its own: two may have fields of one id.
    const own = forms.map(({ fields, values }, at) => ({
      fields: fields.map((field) => ({ ...field, id: `${at} ${field.id}` })),
      values: Object.fromEntries(Object.entries(values).map(([id, value]) => [`${at} ${id}`, value])),
    }));
    return namedContext(
      ports,
      definitions.fields,
      district,
      own.flatMap(({ fields }) => fields),
      Object.assign({}, ...own.map(({ values }) => values)) as Record<string, unknown>,
    );
  };

  const contextFor = async (
    stored: SeenCase,
    matter: DocumentMatter,
    { session, locale }: Onlooker,
    now: Instant,
  ): Promise<Omit<DocumentContext, 'number'>> => {
    const { path } = stored.state.place;
    return {
      fields: await namedFields(stored, matter),
      locale,
      now,
      placeName: (await ports.namesOf([path])).get(path) ?? '',
      bodies: await views.bodiesIn(stored),
      audience: session ? 'staff' : 'reporter',
      issuer: session && (await issuerOf(session, stored)),
      clear: new Set(),
      mark: null,
    };
  };

  const isFor = ({ audience }: CaseDocument, session: Session | null, { state }: SeenCase): boolean =>
    audience.some((one) => {
      if (one === 'reporter') return session === null;
      if (session === null) return false;
      return (
        one === 'staff' || session.posts.some((post) => post.role === one.role && inScope(state.place.path, post.scope))
      );
    });

  const forOnlooker = (stored: SeenCase, session: Session | null): readonly CaseDocument[] =>
    documentsFor(documents, stored.state.playbook).filter((one) => isFor(one, session, stored));

  /** Personal values of the matter that the document may show: for those who may see them. */
  const clearable = ({ clear = [] }: CaseDocument, { contact, playbook }: DocumentMatter): readonly string[] =>
    clear.filter((name) => {
      if (name === 'reporter.name') return Boolean(contact?.name);
      if (name === 'reporter.phone') return Boolean(contact?.phone);
      return contact?.personal[name] !== undefined && personalFieldsOf(playbook).some((field) => field.id === name);
    });

  /** A dossier shows what its parts may show, and what it names itself. */
  const clearIn = (document: CaseDocument, matter: DocumentMatter): readonly string[] => {
    if (!isDossier(document)) return clearable(document, matter);
    const bound = new Set(document.parts.flatMap((part) => ('document' in part ? [part.document] : [])));
    return [
      ...new Set([document, ...documents.filter(({ id }) => bound.has(id))].flatMap((one) => clearable(one, matter))),
    ];
  };

  const nameOf = (name: string, { playbook }: DocumentMatter): Label => {
    if (name === 'reporter.name') return onBehalfFields.name.name;
    if (name === 'reporter.phone') return onBehalfFields.phone.name;
    return personalFieldsOf(playbook).find((field) => field.id === name)?.name ?? { zh: name, en: name };
  };

  const list = async (stored: SeenCase, onlooker: Onlooker): Promise<DocumentRow[]> => {
    const { session } = onlooker;
    const matter = await matterOf(stored);
    const given = await numbers.findNumbers(parts.sql, stored);
    const around = await contextFor(stored, matter, onlooker, parts.clock());
    const mayClear = session?.permissions.has('personal.reveal') ?? false;
    return forOnlooker(stored, session).map((document) => {
      const context = { ...around, number: given.get(seriesOf(document)) ?? null };
      const offered = isOffered(document, matter, context);
      return {
        id: document.id,
        name: document.name,
        dossier: isDossier(document),
        offered,
        waits: offered ? null : (document.waits ?? null),
        numbered: document.number !== undefined,
        number: document.number ? context.number : null,
        copies: copiesOf(document, documentScope(matter, context)),
        clear: mayClear ? clearIn(document, matter).map((name) => nameOf(name, matter)) : [],
      };
    });
  };

  const getDocument = (stored: SeenCase, session: Session | null, id: string): CaseDocument => {
    const document = forOnlooker(stored, session).find((one) => one.id === id);
    if (!document) throw new DomainError('request.not-found');
    return document;
  };

  const refuseEarly = (document: CaseDocument, matter: DocumentMatter, context: DocumentContext): void => {
    if (!isOffered(document, matter, context))
      throw new DomainError('document.not-yet', { name: document.name, waits: document.waits ?? document.name });
  };

  const boundIn = (stored: SeenCase, given: ReadonlyMap<string, string>): ReadonlyMap<string, Bound> =>
    new Map(
      documentsFor(documents, stored.state.playbook).map((document) => [
        document.id,
        { document, number: document.number ? (given.get(seriesOf(document)) ?? null) : null },
      ]),
    );

  const viewOf = async (
    document: CaseDocument,
    tree: DocumentTree,
    matter: DocumentMatter,
    context: DocumentContext,
  ): Promise<DocumentView> => ({
    id: document.id,
    name: document.name,
    number: context.number,
    numbered: document.number !== undefined,
    copies: copiesOf(document, documentScope(matter, context)),
    missing: [...tree.missing],
    pages: tree.sections.length > 1 ? Object.fromEntries(await pagesOf(tree)) : {},
    mark: context.mark,
    tree,
  });

  /** Loaded when the first document is made: nothing else needs what it brings. */
  const pagesOf = async (tree: DocumentTree): Promise<ReadonlyMap<string, number>> =>
    (await import('./word.ts')).pagesOf(tree);

  const preview = async (stored: SeenCase, id: string, onlooker: Onlooker): Promise<DocumentView> => {
    const document = getDocument(stored, onlooker.session, id);
    const matter = await matterOf(stored);
    const given = await numbers.findNumbers(parts.sql, stored);
    const around = await contextFor(stored, matter, onlooker, parts.clock());
    const context = { ...around, number: document.number ? (given.get(seriesOf(document)) ?? null) : null };
    refuseEarly(document, matter, context);
    return viewOf(document, renderDocument(document, matter, context, boundIn(stored, given)), matter, context);
  };

  /** Number, mark and record of a copy; the same request gets the same copy. */
  const record = async (
    document: CaseDocument,
    stored: SeenCase,
    clear: readonly string[],
    issuer: Issuer,
    { session, address, said }: Issuing,
  ): Promise<Issued> => {
    const { district, state } = stored;
    const reason = said.reason ?? null;
    const order = {
      district,
      id: said.id,
      said: ['document', session.person, state.id, document.id, said.clear, reason],
    };
    return withReceipt<Issued>(parts.sql, order, async (trx) => {
      const at = parts.clock();
      const mark = exportMark(said.id, at);
      if (clear.length > 0) await reveals.countLooks(trx, session, stored, clear, address);
      const number = await numbers.giveNumber(trx, document, stored, { issuer, person: session.person, now: at });
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action: 'document.issue',
        object: `case:${state.id}`,
        result: 'done',
        reason,
        detail: { document: document.id, number, mark, clear: clear.length > 0 ? clear.join(',') : null },
      });
      return { number, mark, at };
    });
  };

  /** @throws document.not-yet, document.reason-missing, reveal.sensitive, reveal.quota-used, permission.denied */
  const issue = async (
    stored: SeenCase,
    id: string,
    issuing: Issuing,
  ): Promise<{ readonly view: DocumentView; readonly by: string; readonly at: Instant }> => {
    const { session, locale, said, address } = issuing;
    const document = getDocument(stored, session, id);
    const matter = await matterOf(stored);
    const around = await contextFor(stored, matter, { session, locale }, parts.clock());
    refuseEarly(document, matter, { ...around, number: null });
    const clear = said.clear ? clearIn(document, matter) : [];
    if (clear.length > 0 && !said.reason) throw new DomainError('document.reason-missing', {}, { field: 'reason' });
    if (clear.length > 0) await reveals.refuseUncleared(session, stored, clear, { reason: said.reason ?? '', address });
    const issuer = await issuerOf(session, stored);
    const { number, mark, at } = await record(document, stored, clear, issuer, issuing);
    const line = `${mark}　${signatureOf(session.name, session.person)}　${momentText(at, 'zh')}`;
    const context: DocumentContext = { ...around, now: at, number, clear: new Set(clear), mark: line };
    const given = await numbers.findNumbers(parts.sql, stored);
    const tree = renderDocument(document, matter, context, boundIn(stored, given));
    return { view: await viewOf(document, tree, matter, context), by: session.name, at };
  };

  return { list, preview, issue };
};

export type Copies = ReturnType<typeof createCopies>;
