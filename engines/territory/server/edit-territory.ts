import { DomainError } from '#kernel/domain-error';
import { chinaDate } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import {
  codeToPath,
  type Datum,
  districtOfPath,
  findLevel,
  isStepBelow,
  type Level,
  levelsBelow,
  pathToCode,
  type TerritoryPath,
} from '#engines/territory/model';
import type { Parts, Sql } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { withProfile } from './profile.ts';
import { isWithin, type Reach } from './reach.ts';
import { insertRuling } from './ruling-store.ts';
import { drawnColumns } from './shape-columns.ts';
import {
  addTerms,
  findStored,
  insertNode,
  keepPast,
  lockStored,
  type NodeEdit,
  updateNode,
} from './territory-store.ts';

/** Who edits: the reach is what they may write, never the trail above it. */
export interface Editor {
  readonly reach: Reach;
  readonly person: Id;
  readonly address: string;
}

const assertWithin = (editor: Editor, path: TerritoryPath): void => {
  if (!isWithin(editor.reach, path)) throw new DomainError('request.not-found');
};

interface Addition {
  readonly id: Id;
  readonly parent: string;
  readonly step: string;
  readonly name: string;
  readonly level: string;
  readonly kind?: string | undefined;
}

interface Edit {
  readonly name?: string | undefined;
  readonly officialName?: string | undefined;
  readonly kind?: string | undefined;
  readonly tags?: string[] | undefined;
  readonly profile?: Readonly<Record<string, unknown>> | undefined;
  readonly profileFrom?: string | undefined;
  readonly boundaryText?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

interface RulingCommand {
  readonly id: Id;
  readonly line: string;
  readonly acts: string;
  readonly state: 'meanwhile' | 'settled';
  readonly basis: string;
  readonly validFrom?: string | undefined;
}

/** The use cases that change the tree. Each writes its audit row in the same transaction and tells the live screens after it. */
export const createEdits = (parts: Parts, changed: (path: TerritoryPath) => void) => {
  const today = () => chinaDate(parts.clock());
  const audit = (
    sql: Parameters<Parts['audit']['write']>[0],
    editor: Editor,
    action: string,
    path: TerritoryPath,
    detail = {},
  ) =>
    parts.audit.write(sql, {
      district: districtOfPath(path),
      person: editor.person,
      address: editor.address,
      action: `territory.${action}`,
      object: `territory:${pathToCode(path)}`,
      result: 'done',
      detail,
    });

  const addNode = async (editor: Editor, levels: readonly Level[], addition: Addition): Promise<TerritoryPath> => {
    const parent = codeToPath(addition.parent);
    assertWithin(editor, parent);
    const path = `${parent}${addition.step}.`;
    const command = {
      district: districtOfPath(path),
      id: addition.id,
      said: ['territory.add', editor.person, addition],
    };
    await withReceipt(parts.sql, command, async (trx) => {
      const above = await lockStored(trx, parent);
      if (!isStepBelow(parent, addition.step))
        throw new DomainError('territory.step-invalid', { step: addition.step, name: above.name }, { field: 'step' });
      const level = levelsBelow(above.level, levels).find((one) => one.id === addition.level);
      if (!level) {
        const named = findLevel(addition.level, levels)?.name.zh ?? addition.level;
        throw new DomainError('territory.level-invalid', { level: named, name: above.name }, { field: 'level' });
      }
      const node = {
        path,
        name: addition.name.trim(),
        level: level.id,
        levelRank: level.rank,
        apart: level.apart === true,
        kind: addition.kind ?? 'ordinary',
        validFrom: today(),
      };
      if (!(await insertNode(trx, node))) {
        const taken = await findStored(trx, path);
        throw new DomainError(
          'territory.exists',
          { code: pathToCode(path), name: taken?.name ?? '' },
          { field: 'step' },
        );
      }
      await audit(trx, editor, 'add', path, { name: node.name, level: node.level });
      return null;
    });
    changed(path);
    changed(parent);
    return path;
  };

  const editNode = async (editor: Editor, path: TerritoryPath, edit: Edit): Promise<void> => {
    assertWithin(editor, path);
    await parts.sql.transaction().execute(async (trx) => {
      const node = await lockStored(trx, path, edit.expectedVersion);
      const name = edit.name?.trim();
      const officialName = edit.officialName?.trim();
      const columns: NodeEdit = {
        name,
        official_name: officialName === '' ? null : officialName,
        kind: edit.kind,
        tags: edit.tags && [...new Set(edit.tags)],
        profile: edit.profile && JSON.stringify(withProfile(node.profile, edit.profile, edit.profileFrom ?? today())),
        boundary_text: edit.boundaryText,
      };
      const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
      if (Object.keys(given).length === 0) return;
      const renames = (name !== undefined && name !== node.name) || officialName !== undefined;
      if (renames) await keepPast(trx, path, today(), null);
      await updateNode(trx, path, given);
      if (renames) await addTerms(trx, path, name ?? node.name, officialName ?? node.official_name, node.level_rank);
      const detail = {
        fields: Object.keys(given).join(' '),
        ...(name && name !== node.name ? { from: node.name, to: name } : {}),
      };
      await audit(trx, editor, 'edit', path, detail);
    });
    changed(path);
  };

  const drawBoundary = async (
    editor: Editor,
    path: TerritoryPath,
    drawing: { readonly datum: Datum; readonly geometry: unknown; readonly expectedVersion?: number | undefined },
  ): Promise<void> => {
    assertWithin(editor, path);
    const columns = drawnColumns(drawing.geometry, drawing.datum);
    await parts.sql.transaction().execute(async (trx) => {
      await lockStored(trx, path, drawing.expectedVersion);
      await keepPast(trx, path, today(), null);
      await updateNode(trx, path, columns);
      await audit(trx, editor, 'draw-boundary', path, { squareMetres: columns.area_m2 ?? null, datum: drawing.datum });
    });
    changed(path);
  };

  /** 插花地: a settlement for all lines changes the node's kind; until then it stays undetermined. */
  const rule = async (editor: Editor, path: TerritoryPath, ruling: RulingCommand): Promise<void> => {
    assertWithin(editor, path);
    const acts = codeToPath(ruling.acts);
    const command = {
      district: districtOfPath(path),
      id: ruling.id,
      said: ['territory.rule', editor.person, path, ruling],
    };
    await withReceipt(parts.sql as Sql, command, async (trx) => {
      const node = await lockStored(trx, path);
      if (node.kind !== 'undetermined') throw new DomainError('territory.not-undetermined', { name: node.name });
      if (!(await findStored(trx, acts)))
        throw new DomainError('territory.unknown', { code: ruling.acts }, { field: 'acts' });
      await insertRuling(trx, {
        id: ruling.id,
        path,
        line: ruling.line,
        acts,
        state: ruling.state,
        basis: ruling.basis.trim(),
        validFrom: ruling.validFrom ?? today(),
        person: editor.person,
      });
      if (ruling.state === 'settled' && ruling.line === '*') await updateNode(trx, path, { kind: 'settled' });
      await audit(trx, editor, 'rule', path, { line: ruling.line, acts: ruling.acts, state: ruling.state });
      return null;
    });
    changed(path);
  };

  return { addNode, editNode, drawBoundary, rule };
};
