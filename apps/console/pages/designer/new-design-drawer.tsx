import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { DesignGround } from '#engines/case/contract';
import { type Playbook, playbooksInFile, shapeProblems, versionText } from '#engines/case/model';
import { asProblem, newId } from '#platform/web/api';
import { useLocale, usePick, useText } from '#platform/web/i18n';
import { ChoiceChips, FormRow, Notice } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { FilePick } from '../../parts/file-pick.tsx';
import { type FormItem, SimpleForm } from '../../parts/simple-form.tsx';
import { words } from './designer-words.ts';

type How = 'howReplace' | 'howCopy' | 'howFile';
type Key = 'which' | 'newId' | 'nameZh' | 'nameEn' | 'file';

/** A draft begins from a playbook that is there, or from a file. */
export const NewDesignDrawer = ({
  open,
  ground,
  onClose,
  which,
}: {
  open: boolean;
  ground: DesignGround;
  onClose: () => void;
  which?: string;
}) => {
  const t = useText(words);
  const pick = usePick();
  const locale = useLocale();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [how, setHow] = useState<How>('howReplace');
  const [file, setFile] = useState<File>();
  const [wrong, setWrong] = useState<string>();
  const start = useMutation({
    mutationFn: async (values: Record<Key, string>) => {
      const source = how === 'howFile' ? await readFile(file) : ground.playbooks.find((one) => one.id === values.which);
      if (!source) throw new UnreadableFile();
      const definition: Playbook =
        how === 'howCopy'
          ? { ...source, id: `${ground.district}.${values.newId}`, name: { zh: values.nameZh, en: values.nameEn } }
          : source;
      const basedOn = how === 'howFile' ? null : { playbook: source.id, version: source.version };
      return cases.startDesign({ body: { id: newId(), definition, basedOn } });
    },
    onError: (error) => setWrong(error instanceof UnreadableFile ? t('fileWrong') : undefined),
    onSuccess: async (view) => {
      onClose();
      await client.invalidateQueries({ queryKey: ['design', 'list'] });
      await navigate({ to: '/designer/$id', params: { id: view.row.id } });
    },
  });
  const items: FormItem<Key>[] = [
    ...(how === 'howFile'
      ? []
      : [
          {
            id: 'which' as const,
            label: t('which'),
            required: true,
            options: ground.playbooks.map((one) => ({
              value: one.id,
              label: `${pick(one.name)}（${one.id}，${versionText(one.version, locale)}）`,
            })),
          },
        ]),
    ...(how === 'howCopy'
      ? ([
          {
            id: 'newId',
            label: t('newId'),
            hint: t('newIdHint', { district: ground.district }),
            required: true,
            maxLength: 40,
            check: (value) => (/^[a-z][a-z0-9-]{1,39}$/.test(value) ? undefined : t('newIdWrong')),
          },
          { id: 'nameZh', label: t('nameZh'), required: true, maxLength: 40 },
          { id: 'nameEn', label: t('nameEn'), required: true, maxLength: 80 },
        ] satisfies FormItem<Key>[])
      : []),
  ];
  return (
    <Drawer title={t('newTitle')} open={open} onClose={onClose} destroyOnHidden width={480}>
      <div className="stack">
        <FormRow id="design-how" label={t('how')} group required>
          <ChoiceChips
            stacked
            choices={(['howReplace', 'howCopy', 'howFile'] as const).map((one) => ({ value: one, label: t(one) }))}
            value={[how]}
            onChange={([next]) => {
              setHow(next as How);
              setWrong(undefined);
            }}
          />
        </FormRow>
        {how === 'howFile' ? (
          <FilePick
            label={t('file')}
            hint={t('fileHint')}
            accept=".json,.ts"
            file={file}
            error={wrong}
            onPick={setFile}
          />
        ) : null}
        {start.isError && !wrong && asProblem(start.error).fields.length > 0 ? (
          <Notice tone="overdue">{pick(asProblem(start.error).sentence)}</Notice>
        ) : null}
        <SimpleForm<Key>
          key={how}
          items={items}
          start={which === undefined ? {} : { which }}
          submit={t('begin')}
          busy={start.isPending}
          problem={start.isError && !wrong ? asProblem(start.error) : undefined}
          onSubmit={(values) => start.mutate(values)}
        />
      </div>
    </Drawer>
  );
};

class UnreadableFile extends Error {}

/** The first playbook of a file. */
const readFile = async (file: File | undefined): Promise<Playbook> => {
  const [found] = file ? playbooksInFile(await file.text()) : [];
  if (found === undefined || shapeProblems(found).length > 0) throw new UnreadableFile();
  return found as Playbook;
};
