import { expressionProblems } from '#kernel/expression';
import type { Label } from '#kernel/label';
import type { Field } from '#fields/field';
import { findAction } from '../who-may.ts';
import type { Playbook } from '../playbook.ts';
import { type Block, type CaseDocument, type DocumentText, type FieldRef, isDossier, type Part } from './document.ts';
import { columnsOf, documentVariables, spokenId } from './document-scope.ts';
import { piecesOf } from './fill-text.ts';
import { patternProblems } from './number-pattern.ts';
import { isFor } from './render-document.ts';

/** What documents refer to and do not hold themselves. */
export interface DocumentCheckContext {
  readonly playbooks: readonly Playbook[];
  readonly documents: readonly CaseDocument[];
  readonly roles: ReadonlySet<string>;
}

export interface DocumentProblem {
  readonly id: string;
  /** `blocks[2].text` */
  readonly path: string;
  readonly message: string;
}

type Say = (path: string, message: string) => DocumentProblem;

/** Everything that is wrong in a document; a pack with a problem stops the server. */
export const checkDocument = (document: CaseDocument, context: DocumentCheckContext): readonly DocumentProblem[] => {
  const say: Say = (path, message) => ({ id: document.id, path, message });
  const { playbooks } = document;
  const all = playbooks === 'all';
  const unknown = all ? [] : playbooks.filter((id) => !context.playbooks.some((one) => one.id === id));
  const its = all ? [] : context.playbooks.filter((one) => playbooks.includes(one.id));
  const check = textChecker(its, all, say);
  return [
    unknown.map((id) => say('playbooks', `there is no playbook ${id}`)),
    !all && playbooks.length === 0 ? [say('playbooks', 'name at least one playbook, or `all`')] : [],
    headProblems(document, context, its, say),
    check.condition('when', document.when),
    check.condition('copies', document.copies),
    check.text('title', document.title),
    isDossier(document)
      ? [
          check.blocks('cover', document.cover),
          check.blocks('back', document.back ?? []),
          document.parts.flatMap((part, index) => partProblems(part, document, context, check, say, `parts[${index}]`)),
        ]
      : check.blocks('blocks', document.blocks),
  ].flat(3);
};

const headProblems = (
  document: CaseDocument,
  { documents, roles }: DocumentCheckContext,
  its: readonly Playbook[],
  say: Say,
): readonly DocumentProblem[] => {
  const { when, waits, audience, number, clear = [], insteadOf } = document;
  const instead = insteadOf === undefined ? undefined : documents.find((one) => one.id === insteadOf);
  const secret = new Set(['reporter.name', 'reporter.phone']);
  const fields = its.flatMap((playbook) => [...playbook.fields, ...playbook.actions.flatMap((one) => one.form ?? [])]);
  for (const field of fields) if (field.privacy) secret.add(field.id);
  return [
    when !== undefined && !waits ? [say('waits', 'say what has to happen before it is offered')] : [],
    audience.length === 0 ? [say('audience', 'nobody gets it')] : [],
    audience.flatMap((one) =>
      typeof one === 'object' && !roles.has(one.role) ? [say('audience', `there is no role ${one.role}`)] : [],
    ),
    number ? patternProblems(number).map((problem) => say('number.pattern', problem)) : [],
    clear.flatMap((name) =>
      secret.has(name)
        ? []
        : [say('clear', `${name} is neither the reporter's name or phone nor a field with privacy`)],
    ),
    insteadOf !== undefined && instead?.playbooks !== 'all'
      ? [say('insteadOf', `${insteadOf} is no document for all playbooks`)]
      : [],
  ].flat();
};

const partProblems = (
  part: Part,
  dossier: CaseDocument,
  { documents }: DocumentCheckContext,
  check: ReturnType<typeof textChecker>,
  say: Say,
  path: string,
): readonly DocumentProblem[] => {
  const must = typeof part.must === 'string' ? check.condition(`${path}.must`, part.must) : [];
  if (!('document' in part)) return [...must, ...check.condition(`${path}.there`, part.there)];
  const found = documents.find((one) => one.id === part.document);
  if (!found) return [...must, say(path, `there is no document ${part.document}`)];
  const { playbooks } = dossier;
  const fits = playbooks === 'all' ? found.playbooks === 'all' : playbooks.every((id) => isFor(found, id));
  return [
    ...must,
    ...(fits ? [] : [say(path, `${part.document} is not for every playbook of the dossier`)]),
    ...(isDossier(found) ? [say(path, 'a dossier binds no dossier')] : []),
  ];
};

/** Names that a text reaches by a path: `text.words`, `last.record.text.result`. */
const paths = /(?<![\w.])(?:(text|data|rows)\.([a-z]\w*)|last\.([a-z]\w*)(?:\.(text|form|rows)\.([a-z]\w*))?)/g;

const textChecker = (playbooks: readonly Playbook[], all: boolean, say: Say) => {
  const fieldIn = (fields: readonly Field[], id: string): Field | undefined => fields.find((field) => field.id === id);

  /** In every playbook of the document. */
  const fieldProblems = (path: string, { field: id, of }: FieldRef, rows = false): readonly DocumentProblem[] => {
    if (all) return [say(path, `a document for all playbooks speaks of no field: ${id}`)];
    return playbooks.flatMap((playbook) => {
      const action = of === undefined ? undefined : findAction(playbook, of);
      if (of !== undefined && !action) return [say(path, `${playbook.id} has no action ${of}`)];
      const field = fieldIn(of === undefined ? playbook.fields : (action?.form ?? []), id);
      if (!field) return [say(path, `${of === undefined ? playbook.id : `the action ${of}`} has no field ${id}`)];
      return rows && !columnsOf(field) ? [say(path, `the field ${id} holds no rows`)] : [];
    });
  };

  const pathProblems = (path: string, text: string): readonly DocumentProblem[] =>
    [...text.replace(/"[^"]*"/g, '""').matchAll(paths)].flatMap(([, own, field = '', spoken, kind, inner = '']) => {
      if (own) return fieldProblems(path, { field }, own === 'rows');
      if (all) return [say(path, `a document for all playbooks speaks of no action: ${spoken}`)];
      return playbooks.flatMap((playbook) => {
        const action = playbook.actions.find((one) => spokenId(one.id) === spoken);
        if (!action) return [say(path, `${playbook.id} has no action ${spoken}`)];
        return kind ? fieldProblems(path, { field: inner, of: action.id }, kind === 'rows') : [];
      });
    });

  const condition = (path: string, text: string | undefined): readonly DocumentProblem[] =>
    text === undefined
      ? []
      : [
          ...expressionProblems(text, documentVariables).map((problem) => say(path, problem)),
          ...pathProblems(path, text),
        ];

  const oneText = (path: string, text: string): readonly DocumentProblem[] => {
    const pieces = piecesOf(text);
    if (!pieces) return [say(path, 'a brace is not closed, or closes none')];
    return pieces.flatMap((piece) => ('hole' in piece ? condition(path, piece.hole) : []));
  };

  const text = (path: string, given: DocumentText | undefined): readonly DocumentProblem[] => {
    if (given === undefined) return [];
    if (typeof given === 'string') return oneText(path, given);
    const { zh, en } = given as Partial<Label>;
    if (!zh || !en) return [say(path, 'a text is needed in zh and en')];
    return [...oneText(path, zh), ...oneText(path, en)];
  };

  const blocks = (path: string, list: readonly Block[]): readonly DocumentProblem[] =>
    list.flatMap((block, index) => {
      const at = `${path}[${index}]`;
      return [...condition(`${at}.when`, block.when), ...blockProblems(at, block)];
    });

  const blockProblems = (at: string, block: Block): readonly DocumentProblem[] => {
    switch (block.block) {
      case 'heading':
      case 'paragraph':
      case 'seal':
      case 'date':
        return text(`${at}.text`, block.text);
      case 'fields':
        return block.items.flatMap((item, index) => {
          const place = `${at}.items[${index}]`;
          return [
            ...text(`${place}.name`, item.name),
            ...('text' in item ? text(`${place}.text`, item.text) : fieldProblems(place, item)),
          ];
        });
      case 'rows':
        return fieldProblems(at, block, true);
      case 'table':
        return [
          ...condition(`${at}.over`, block.over),
          ...block.columns.flatMap((column, index) => [
            ...text(`${at}.columns[${index}].name`, column.name),
            ...text(`${at}.columns[${index}].text`, column.text),
          ]),
        ];
      case 'list':
        return [...condition(`${at}.over`, block.over), ...text(`${at}.text`, block.text)];
      case 'each':
        return [...condition(`${at}.over`, block.over), ...blocks(`${at}.blocks`, block.blocks)];
      case 'signatures':
        return block.lines.flatMap((line, index) => [
          ...condition(`${at}.lines[${index}].over`, line.over),
          ...text(`${at}.lines[${index}].text`, line.text),
        ]);
      case 'photos':
        return (block.fields ?? []).flatMap((ref, index) => fieldProblems(`${at}.fields[${index}]`, ref));
      case 'lines':
        return block.count >= 1 && block.count <= 40 ? [] : [say(at, 'between 1 and 40 lines')];
      case 'facts':
      case 'timeline':
      case 'page-break':
        return [];
      default:
        return [say(at, `unknown block ${String((block as { block: unknown }).block)}`)];
    }
  };

  return { condition, text, blocks };
};
