import { Button } from 'antd';
import type { PermissionView, RoleProposalView, RoleView } from '#engines/organisation/contract';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Facts, StatusTag } from '#platform/web/kit';
import { useMay } from '../../app/session.ts';
import { roleWords } from './role-words.ts';

const tones = { proposed: 'soon', granted: 'done', refused: 'overdue', withdrawn: 'quiet' } as const;

interface RoleProposalProps {
  readonly one: RoleProposalView;
  readonly roles: readonly RoleView[];
  readonly permissions: readonly PermissionView[];
  readonly onDecide: (decision: 'granted' | 'refused') => void;
  readonly onWithdraw: () => void;
}

/** The difference that a proposal makes, in words, and whom it touches. */
export const RoleProposal = ({ one, roles, permissions, onDecide, onWithdraw }: RoleProposalProps) => {
  const t = useText(roleWords);
  const pick = usePick();
  const formats = useFormats();
  const decides = useMay()('role.decide');
  const named = (ids: readonly string[]): string =>
    ids.map((id) => pick(permissions.find((known) => known.id === id)?.name ?? { zh: id, en: id })).join('、');
  const roleName = (id: string | null): string => {
    const known = roles.find((role) => role.id === id);
    return known ? pick(known.name) : (id ?? '');
  };
  const title =
    one.kind === 'copy'
      ? t('copyAs', { name: pick(one.name), of: roleName(one.copyOf) })
      : t(one.kind === 'retire' ? 'retireOf' : 'changeOf', { name: pick(one.name) });
  const session = (limits: { idleMinutes: number; hours: number } | null): string =>
    limits ? t('sessionText', { idle: limits.idleMinutes, hours: limits.hours }) : '—';
  const names = one.holders.names.join('、');
  const touched =
    one.holders.count === 0
      ? t('touchesNobody')
      : t('touches', {
          n: one.holders.count,
          names: one.holders.count > one.holders.names.length ? t('more', { names }) : names,
        });
  const by = (person: { name: string }, at: string, why: string | null): string =>
    [person.name, formats.moment(at), why && `「${why}」`].filter(Boolean).join(' · ');
  return (
    <li className="panel organisation-grant">
      <div className="row">
        <h3>{title}</h3>
        <span className="bar-space" />
        <StatusTag tone={tones[one.state]}>{t(one.state)}</StatusTag>
      </div>
      <Facts
        facts={[
          ...(one.added.length > 0 ? [{ name: t('adds'), value: named(one.added) }] : []),
          ...(one.removed.length > 0 ? [{ name: t('removes'), value: named(one.removed) }] : []),
          ...(one.session
            ? [
                {
                  name: t('sessionNow'),
                  value: t('fromTo', { from: session(one.session.before), to: session(one.session.after) }),
                },
              ]
            : []),
          ...(one.clearance
            ? [
                {
                  name: t('clearanceNow'),
                  value: t('fromTo', {
                    from: one.clearance.before ? t(one.clearance.before) : '—',
                    to: t(one.clearance.after),
                  }),
                },
              ]
            : []),
          { name: t('proposedBy'), value: by(one.proposedBy, one.proposedAt, one.reason) },
          ...(one.decidedBy && one.decidedAt
            ? [{ name: t('decidedBy'), value: by(one.decidedBy, one.decidedAt, one.decision) }]
            : []),
        ]}
      />
      {one.state === 'proposed' ? (
        <div className="row">
          <span className="quiet small">{touched}</span>
          <span className="bar-space" />
          {one.mine ? (
            <Button size="small" onClick={onWithdraw}>
              {t('withdraw')}
            </Button>
          ) : null}
          {one.mayDecide ? (
            <>
              <Button onClick={() => onDecide('refused')}>{t('refuse')}</Button>
              <Button type="primary" onClick={() => onDecide('granted')}>
                {t('grant')}
              </Button>
            </>
          ) : null}
          {decides && one.mine ? <span className="quiet small">{t('own')}</span> : null}
        </div>
      ) : null}
    </li>
  );
};
