import type { Label, Locale } from '#kernel/label';
import type { FieldContext } from '#fields/field';
import type { DesignGround } from '#engines/case/contract';
import { type DesignContext, type Owner, ownerText, type Playbook } from '#engines/case/model';

/** What a design may refer to, ready for forms and the checker. */
export interface Ground extends Pick<DesignGround, 'district' | 'roles' | 'bodyKinds' | 'calendar' | 'codeLists'> {
  readonly fields: FieldContext;
  readonly roleLabel: (role: string) => Label;
  readonly roleName: (role: string) => string;
  readonly ownerName: (owner: Owner) => string;
  /** @param packed what the design replaces in its district */
  readonly checkContext: (packed: Playbook | undefined) => DesignContext;
}

export const makeGround = (ground: DesignGround, locale: Locale): Ground => {
  const lists = new Map(ground.codeLists.map((list) => [list.id, list]));
  const names = new Map(ground.roles.map((role) => [role.id, role.name]));
  const roleLabel = (role: string): Label => names.get(role) ?? { zh: role, en: role };
  const roleName = (role: string): string => roleLabel(role)[locale];
  const fields: FieldContext = { codeList: (id) => lists.get(id) };
  return {
    district: ground.district,
    roles: ground.roles,
    bodyKinds: ground.bodyKinds,
    calendar: ground.calendar,
    codeLists: ground.codeLists,
    fields,
    roleLabel,
    roleName,
    ownerName: (owner) => ownerText(owner, locale, roleName),
    checkContext: (packed) => ({
      district: ground.district,
      packed,
      roles: new Set(names.keys()),
      bodyKinds: new Set(ground.bodyKinds.map((kind) => kind.id)),
      fields,
      templates: new Set(ground.templates),
      levels: new Set(ground.levels),
      slotPlans: new Set(ground.slotPlans),
      playbooks: new Map(ground.playbooks.map((playbook) => [playbook.id, playbook])),
    }),
  };
};
