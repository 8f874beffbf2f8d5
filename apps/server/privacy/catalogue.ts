import { type Label, label } from '#kernel/label';
import { wholeName } from '#fields/whole-name';
import type { Field, Privacy } from '#fields/field';
import type { Playbook } from '#engines/case/model';
import { type HeldInformation, heldByTheHouse } from './held-by-the-house.ts';

export interface CatalogueRow extends HeldInformation {
  /** The form that asks for it; null for what the house itself holds. */
  readonly form: Label | null;
}

const basisNames: Readonly<Record<Privacy['basis'], string>> = {
  duty: '法定职责（13-3）',
  consent: '同意（13-1）',
  contract: '合同（13-2）',
  emergency: '紧急情况（13-4）',
};
const sensitivityNames: Readonly<Record<Privacy['sensitivity'], string>> = { personal: '一般', sensitive: '敏感' };

const rowOf = (form: Label, field: Field, privacy: Privacy): CatalogueRow => ({
  form,
  what: wholeName(field),
  purpose: privacy.purpose,
  basis: privacy.basis,
  sensitivity: privacy.sensitivity,
  kept: label(`办结后 ${privacy.retentionMonths} 个月`, `${privacy.retentionMonths} months after the closing`),
  where: 'case_contact.sealed',
  sealed: true,
});

const formsOf = (playbook: Playbook): readonly (readonly [Label, readonly Field[]])[] => [
  [playbook.name, playbook.fields],
  ...playbook.actions.map(
    (action) =>
      [
        label(`${playbook.name.zh} · ${action.name.zh}`, `${playbook.name.en} · ${action.name.en}`),
        action.form ?? [],
      ] as const,
  ),
];

/** All personal information that an installation handles: what forms declare, and what the house itself holds. */
export const personalInformation = (
  playbooks: readonly Playbook[],
  onBehalf: readonly Field[],
): readonly CatalogueRow[] => [
  ...[...playbooks.flatMap(formsOf), [label('代录诉求人', 'Written on behalf'), onBehalf] as const].flatMap(
    ([form, fields]) => fields.flatMap((field) => (field.privacy ? [rowOf(form, field, field.privacy)] : [])),
  ),
  ...heldByTheHouse.map((held) => ({ ...held, form: null })),
];

const cell = (text: string): string => text.replaceAll('|', '\\|');
const both = ({ zh, en }: Label): string => `${cell(zh)}<br>${cell(en)}`;

/** The catalogue as `docs/personal-information.md`. */
export const catalogueDocument = (rows: readonly CatalogueRow[]): string => {
  const lines = rows.map(
    ({ form, what, purpose, basis, sensitivity, kept, where, sealed }) =>
      `| ${form ? both(form) : '—'} | ${both(what)} | ${both(purpose)} | ${basisNames[basis]} | ${sensitivityNames[sensitivity]} | ${both(kept)} | \`${where}\`${sealed ? ' ●' : ''} |`,
  );
  return `# 个人信息处理清单 · Personal information

Made by \`lifang privacy catalogue --write\` from the packs and \`apps/server/privacy\`; do not edit it by hand. Which packs are loaded
decides what an installation handles: run the command there for its own list.

法律依据为《个人信息保护法》第十三条的项 · The basis is the item of article 13 of the Personal Information Protection Law.
● 加密保存 · sealed at rest.

| 表单 form | 信息 what | 目的 purpose | 依据 basis | 类别 kind | 保存期限 kept | 保存位置 where |
|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
};
