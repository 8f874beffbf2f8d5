import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { TerritoryNode } from '#engines/territory/contract';
import { asProblem, newId } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { toast } from '#platform/web/kit';
import { territory } from '../../app/clients.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { useLevels } from '../../parts/use-levels.ts';

const words = defineMessages({
  zh: {
    add: '新增下级',
    title: '在「{name}」下新增',
    name: '名称',
    level: '层级',
    kind: '性质',
    step: '编号',
    stepHint: '本级的一段编码。官方层级填三位数字，本地层级填一个字母加数字，如 {letter}07。',
    stepWrong: '编号应为三位数字，或一个字母加数字',
    saved: '已新增',
  },
  en: {
    add: 'Add below',
    title: 'Add below “{name}”',
    name: 'Name',
    level: 'Level',
    kind: 'Kind',
    step: 'Step',
    stepHint:
      'This level’s part of the code: three digits for official levels, a letter and digits for local ones, such as {letter}07.',
    stepWrong: 'Three digits, or one letter and digits',
    saved: 'Added',
  },
});

export const AddNode = ({ parent, onAdded }: { parent: TerritoryNode; onAdded: (node: TerritoryNode) => void }) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const { levels, kinds } = useLevels();
  const [id, setId] = useState<string>();
  const rank = levels.find((one) => one.id === parent.level)?.rank ?? 0;
  const below = levels.filter((one) => one.rank > rank);
  const letter = below.find((one) => one.letter)?.letter ?? 'g';
  const add = useMutation({
    mutationFn: (values: { name: string; level: string; kind: string; step: string }) =>
      territory.addTerritory({
        body: {
          id: id ?? '',
          parent: parent.code,
          name: values.name,
          level: values.level,
          step: values.step,
          ...(values.kind ? { kind: values.kind } : {}),
        },
      }),
    onSuccess: async (node) => {
      toast(t('saved'));
      setId(undefined);
      await client.invalidateQueries({ queryKey: ['territory'] });
      onAdded(node);
    },
  });
  return (
    <>
      <Button onClick={() => setId(newId())}>{t('add')}</Button>
      <Drawer
        open={id !== undefined}
        onClose={() => setId(undefined)}
        title={t('title', { name: parent.name })}
        size={420}
        destroyOnHidden
      >
        <SimpleForm
          items={[
            { id: 'name', label: t('name'), required: true, maxLength: 60 },
            {
              id: 'level',
              label: t('level'),
              required: true,
              options: below.map((one) => ({ value: one.id, label: pick(one.name) })),
            },
            {
              id: 'step',
              label: t('step'),
              hint: t('stepHint', { letter }),
              required: true,
              maxLength: 9,
              check: (value) => (/^(\d{2,3}|[a-z]\d{1,8})$/.test(value) ? undefined : t('stepWrong')),
            },
            { id: 'kind', label: t('kind'), options: kinds.map((one) => ({ value: one.id, label: pick(one.name) })) },
          ]}
          submit={t('add')}
          busy={add.isPending}
          problem={add.isError ? asProblem(add.error) : undefined}
          onSubmit={(values) => add.mutate(values)}
        />
      </Drawer>
    </>
  );
};
