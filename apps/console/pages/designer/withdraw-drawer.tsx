import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { PublicationView } from '#engines/case/contract';
import { versionText } from '#engines/case/model';
import { asProblem, newId } from '#platform/web/api';
import { useLocale, usePick, useText } from '#platform/web/i18n';
import { toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { words } from './designer-words.ts';

/** A version takes no new matters any more; why is kept. */
export const WithdrawDrawer = ({
  publication,
  onClose,
}: {
  publication: PublicationView | undefined;
  onClose: () => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const locale = useLocale();
  const client = useQueryClient();
  const [id, setId] = useState(newId);
  const withdraw = useMutation({
    mutationFn: ({ reason, row }: { reason: string; row: PublicationView }) =>
      cases.withdrawPublication({ params: { playbook: row.playbook, version: row.version }, body: { id, reason } }),
    onSuccess: async () => {
      toast(t('withdrawDone'));
      setId(newId());
      onClose();
      await client.invalidateQueries({ queryKey: ['design'] });
      await client.invalidateQueries({ queryKey: ['playbook'] });
    },
  });
  return (
    <Drawer
      title={
        publication
          ? t('withdrawTitle', { name: pick(publication.name), version: versionText(publication.version, locale) })
          : ''
      }
      open={publication !== undefined}
      onClose={onClose}
      destroyOnHidden
      width={480}
    >
      <p className="quiet">{t('withdrawHow')}</p>
      <SimpleForm<'reason'>
        items={[{ id: 'reason', label: t('reason'), required: true, maxLength: 300 }]}
        submit={t('withdraw')}
        danger
        busy={withdraw.isPending}
        problem={withdraw.isError ? asProblem(withdraw.error) : undefined}
        onSubmit={({ reason }) => publication && withdraw.mutate({ reason, row: publication })}
      />
    </Drawer>
  );
};
