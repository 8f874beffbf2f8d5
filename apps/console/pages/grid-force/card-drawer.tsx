import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { GridForce } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { toast } from '#platform/web/kit';
import { keepPhoto } from '../../app/field-services.tsx';
import { organisation } from '../../app/clients.ts';
import { FilePick } from '../../parts/file-pick.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { gridWords } from './grid-words.ts';

/** What the public sees of one person: said field by field, taken back at once. */
export const CardDrawer = ({ person, onClose }: { person: GridForce['own'][number]; onClose: () => void }) => {
  const t = useText(gridWords);
  const pick = usePick();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const params = { id: person.post, person: person.person };
  const saved = async (): Promise<void> => {
    toast(t('done'));
    onClose();
    await client.invalidateQueries({ queryKey: ['grid-force'] });
  };
  const declare = useMutation({
    mutationFn: async ({ phone }: { phone: string }) =>
      organisation.declareCard({
        params,
        body: { phone: phone || null, photo: file ? await keepPhoto(file) : person.photo },
      }),
    onSuccess: saved,
  });
  const withdraw = useMutation({
    mutationFn: () => organisation.withdrawCard({ params }),
    onSuccess: saved,
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  return (
    <Drawer open onClose={onClose} title={t('declareTitle', { name: person.name })} size={440} destroyOnHidden>
      <div className="stack">
        <p className="quiet">{t('declareText')}</p>
        <FilePick label={t('photo')} accept="image/jpeg,image/png,image/webp" file={file} onPick={setFile} />
        <SimpleForm
          items={[{ id: 'phone', label: t('phone'), hint: t('phoneHint'), type: 'tel', maxLength: 20 }]}
          start={{ phone: person.phone ?? '' }}
          submit={t('save')}
          busy={declare.isPending}
          problem={declare.isError ? asProblem(declare.error) : undefined}
          onSubmit={(values) => declare.mutate(values)}
        />
        {person.declared ? (
          <Button danger loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('withdraw')}
          </Button>
        ) : null}
      </div>
    </Drawer>
  );
};
