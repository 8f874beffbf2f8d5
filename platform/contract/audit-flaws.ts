import { type Label, label } from '#kernel/label';
import { actionLabel } from './audit-actions.ts';

/** What a verification may find. */
export interface FoundFlaw {
  readonly kind: string;
  readonly district: string;
  readonly id?: string | undefined;
  readonly seq?: number | undefined;
  readonly at?: string | undefined;
  readonly action?: string | undefined;
  readonly count?: number | undefined;
}

const kinds: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'row-altered': ['记录被改动或伪造', 'Row altered or forged'],
  'row-removed': ['记录被删除', 'Row removed'],
  'row-unsealed': ['记录超过一分钟未封存', 'Row not sealed within a minute'],
  'row-sealed-twice': ['记录的事务号被改动', 'Number of transaction of a row altered'],
  'row-of-another-key': ['记录由另一把密钥签出，无法核验', 'Row made with another key, cannot be verified'],
  'seal-altered': ['封存被改动或调换', 'Seal altered or moved'],
  'seal-removed': ['封存被删除', 'Seal removed'],
  'seal-of-another-key': ['封存由另一把密钥签出，无法核验', 'Seal made with another key, cannot be verified'],
  'tail-cut': ['最新的记录被截去', 'The newest rows were cut off'],
  'anchor-missing': ['库外锚点文件不见了', 'The anchor outside the database is gone'],
  'anchor-altered': ['库外锚点文件被改动', 'The anchor outside the database was altered'],
};

export const flawKinds: readonly string[] = Object.keys(kinds);

export const flawLabel = (kind: string): Label => {
  const [zh, en] = kinds[kind] ?? [kind, kind];
  return label(zh, en);
};

/** Where it is: row, seal, place, action, as far as that is known. @param time how an instant is written */
export const flawPlace = (flaw: FoundFlaw, time: (instant: string) => string): Label => {
  const { id, seq, at, action, district, count } = flaw;
  const words = action === undefined ? undefined : actionLabel(action);
  const zh = [
    district && `区划 ${district}`,
    seq !== undefined && `封存第 ${seq} 号`,
    id !== undefined && `记录 ${id}`,
    words && `动作“${words.zh}”`,
    at !== undefined && time(at),
    count !== undefined && `共 ${count} 条`,
  ];
  const en = [
    district && `district ${district}`,
    seq !== undefined && `seal ${seq}`,
    id !== undefined && `row ${id}`,
    words && `${words.en} (${action})`,
    at !== undefined && time(at),
    count !== undefined && `${count} in all`,
  ];
  return label(zh.filter(Boolean).join('，'), en.filter(Boolean).join(', '));
};
