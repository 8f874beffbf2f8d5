import type { PermissionView, RoleView } from '#engines/organisation/contract';
import { usePick, useText } from '#platform/web/i18n';
import { Icon } from '#platform/web/kit';
import { useNarrow } from '../../app/use-narrow.ts';
import { roleWords } from './role-words.ts';

const duties = ['business', 'system', 'security', 'audit'] as const;

/** Permissions under the first duty that may carry them. */
const grouped = (permissions: readonly PermissionView[]) =>
  duties
    .map((duty) => ({
      duty,
      permissions: permissions.filter((one) => duties.find((each) => one.duties.includes(each)) === duty),
    }))
    .filter((group) => group.permissions.length > 0);

/** What each role may do, in words: a table on a desk, a list for each role on a phone. */
export const RoleMatrix = ({
  roles,
  permissions,
}: {
  roles: readonly RoleView[];
  permissions: readonly PermissionView[];
}) => {
  const t = useText(roleWords);
  const pick = usePick();
  const narrow = useNarrow();
  const noteOf = (role: RoleView): string =>
    [
      role.retired ? t('retired') : t('holders', { n: role.holders }),
      role.copyOf
        ? t('copyOf', { name: pick(roles.find((one) => one.id === role.copyOf)?.name ?? role.name) })
        : role.version > 0
          ? t('changed', { n: role.version })
          : '',
    ]
      .filter(Boolean)
      .join(' · ');
  if (narrow)
    return (
      <ul className="cards" aria-label={t('matrix')}>
        {roles.map((role) => (
          <li key={role.id}>
            <div className="card-body">
              <strong>{pick(role.name)}</strong>
              <p className="quiet small">{noteOf(role)}</p>
              <p className="small">
                {permissions
                  .filter((one) => role.permissions.includes(one.id))
                  .map((one) => pick(one.name))
                  .join('、')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    );
  return (
    <div className="tablewrap" tabIndex={0} role="region" aria-label={t('matrix')}>
      <table className="table organisation-matrix" data-dense>
        <caption className="lf-unseen">{t('matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                {pick(role.name)}
                <span className="quiet small">{noteOf(role)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {grouped(permissions).map((group) => (
          <tbody key={group.duty}>
            <tr>
              <th scope="colgroup" colSpan={roles.length + 1} className="organisation-duty">
                {t(group.duty)}
              </th>
            </tr>
            {group.permissions.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {pick(one.name)}
                  <span className="quiet small">{pick(one.means)}</span>
                </th>
                {roles.map((role) => {
                  const may = role.permissions.includes(one.id);
                  return (
                    <td key={role.id}>
                      {may ? <Icon name="check" size={18} /> : null}
                      <span className="lf-unseen">{may ? t('may') : t('mayNot')}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};
