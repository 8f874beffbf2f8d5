import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ActivationCode } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { useText } from '#platform/web/i18n';
import { Notice } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { grantWords } from './grant-words.ts';

/** What a new installation still lacks, and the one appointment that needs no second person. */
export const MissingAdministrators = ({ onCode }: { onCode: (code: ActivationCode) => void }) => {
  const t = useText(grantWords);
  const client = useQueryClient();
  const [id, setId] = useState<string>();
  const administrators = useQuery({
    queryKey: ['organisation', 'administrators'],
    queryFn: () => organisation.seeAdministrators(),
  });
  const appoint = useMutation({
    mutationFn: ({ phone, ...values }: { name: string; account: string; phone: string }) =>
      organisation.appointFirstSecurity({ body: { id: id ?? '', ...values, ...(phone ? { phone } : {}) } }),
    onSuccess: async (code) => {
      onCode(code);
      setId(undefined);
      await client.invalidateQueries({ queryKey: ['organisation'] });
    },
  });
  const known = administrators.data;
  if (!known || (known.security > 0 && known.audit > 0)) return null;
  return (
    <div className="organisation-bar">
      <Notice tone="soon" icon="alert">
        <strong>{t('missingTitle')}</strong>
        {known.security === 0 ? <p>{t('missingSecurity')}</p> : null}
        {known.audit === 0 ? <p>{t('missingAudit')}</p> : null}
        {known.everSecurity ? null : (
          <Button size="small" onClick={() => setId(newId())}>
            {t('firstSecurity')}
          </Button>
        )}
      </Notice>
      <Drawer
        open={id !== undefined}
        onClose={() => setId(undefined)}
        title={t('firstSecurity')}
        size={420}
        destroyOnHidden
      >
        <p className="quiet">{t('firstNote')}</p>
        <SimpleForm
          items={[
            { id: 'name', label: t('name'), required: true, maxLength: 60 },
            { id: 'account', label: t('account'), required: true, maxLength: 60 },
            { id: 'phone', label: t('phone'), type: 'tel', maxLength: 20 },
          ]}
          submit={t('appoint')}
          busy={appoint.isPending}
          problem={appoint.isError ? asProblem(appoint.error) : undefined}
          onSubmit={(values) => appoint.mutate(values)}
        />
      </Drawer>
    </div>
  );
};
