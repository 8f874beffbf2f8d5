import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useText } from '#platform/web/i18n';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../app/session.ts';
import { BodiesPart } from './bodies-part.tsx';
import { ChartPart } from './chart-part.tsx';
import { EstablishmentPart } from './establishment-part.tsx';
import { grantWords } from './grant-words.ts';
import { GrantsPart } from './grants-part.tsx';
import { words } from './organisation-words.ts';
import { LinesPart } from './lines-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { PostsPart } from './posts-part.tsx';
import { roleWords } from './role-words.ts';
import { RolesPart } from './roles-part.tsx';
import { structureWords } from './structure-words.ts';
import './organisation.css';

const parts = {
  people: PeoplePart,
  posts: PostsPart,
  bodies: BodiesPart,
  chart: ChartPart,
  lines: LinesPart,
  establishment: EstablishmentPart,
  grants: GrantsPart,
  roles: RolesPart,
} as const;
type Part = keyof typeof parts;
const isPart = (value: string | undefined): value is Part => value !== undefined && value in parts;

export const OrganisationPage = () => {
  const t = useText(words);
  const s = useText(structureWords);
  const g = useText(grantWords);
  const r = useText(roleWords);
  const may = useMay();
  const grants = may('grant.decide') || may('organisation.edit');
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/organisation' });
  const see = isPart(search.see) ? search.see : 'people';
  const Shown = parts[see];
  return (
    <Page title={t('title')} needs="organisation.read">
      <div className="row organisation-tabs">
        <Segmented<Part>
          aria-label={t('see')}
          value={see}
          onChange={(value) => void navigate({ to: '/organisation', search: { see: value } })}
          options={[
            { value: 'people', label: t('people') },
            { value: 'posts', label: t('posts') },
            { value: 'bodies', label: t('bodies') },
            { value: 'chart', label: s('chart') },
            { value: 'lines', label: s('lines') },
            { value: 'establishment', label: s('establishment') },
            ...(grants ? [{ value: 'grants' as const, label: g('grants') }] : []),
            { value: 'roles', label: r('roles') },
          ]}
        />
      </div>
      <Shown />
    </Page>
  );
};
