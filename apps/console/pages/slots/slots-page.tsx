import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useText } from '#platform/web/i18n';
import { homeOf, useMay, useMe } from '../../app/session.ts';
import { Page } from '../../parts/page.tsx';
import { Denied } from '../../parts/states.tsx';
import { DeskPart } from './desk-part.tsx';
import { PlansPart } from './plans-part.tsx';
import { words } from './slot-words.ts';
import './slots.css';

/** Bookable times: who comes to the desk, and when can be booked at all. */
export const SlotsPage = () => {
  const t = useText(words);
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/slots' });
  const district = (homeOf(useMe()) ?? '').slice(0, 6);
  const both = may('slot.attend') && may('slot.manage');
  const see = may('slot.manage') && (search.see === 'plans' || !may('slot.attend')) ? 'plans' : 'desk';
  return (
    <Page
      title={t('title')}
      lead={t(see === 'desk' ? 'deskLead' : 'plansLead')}
      actions={
        both ? (
          <Segmented
            aria-label={t('see')}
            value={see}
            onChange={(next) => void navigate({ to: '/slots', search: next === 'plans' ? { see: next } : {} })}
            options={[
              { value: 'desk', label: t('desk') },
              { value: 'plans', label: t('plans') },
            ]}
          />
        ) : null
      }
    >
      {see === 'plans' ? (
        <PlansPart district={district} />
      ) : may('slot.attend') ? (
        <DeskPart district={district} />
      ) : (
        <Denied />
      )}
    </Page>
  );
};
