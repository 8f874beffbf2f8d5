import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useText } from '#platform/web/i18n';
import { useMay } from '../../app/session.ts';
import { Page } from '../../parts/page.tsx';
import { dutyWords } from './duty-words.ts';
import { LeavePart } from './leave-part.tsx';
import { RosterPart } from './roster-part.tsx';
import { TransferPart } from './transfer-part.tsx';
import './duty.css';

const parts = { roster: RosterPart, leave: LeavePart, transfers: TransferPart } as const;
type Part = keyof typeof parts;
const isPart = (value: string | undefined): value is Part => value !== undefined && value in parts;

/** Rosters for everybody of a range; leave and transfers for those who arrange them. */
export const DutyPage = () => {
  const t = useText(dutyWords);
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/duty' });
  const see = isPart(search.see) ? search.see : 'roster';
  const Shown = parts[see];
  return (
    <Page title={t('title')} lead={<span className="no-print">{t('lead')}</span>}>
      <div className="row duty-tabs no-print">
        <Segmented<Part>
          aria-label={t('see')}
          value={see}
          onChange={(value) => void navigate({ to: '/duty', search: { see: value } })}
          options={[
            { value: 'roster', label: t('roster') },
            ...(may('duty.manage') ? [{ value: 'leave' as const, label: t('leave') }] : []),
            { value: 'transfers', label: t('transfers') },
          ]}
        />
      </div>
      <Shown />
    </Page>
  );
};
