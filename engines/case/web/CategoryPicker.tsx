import { useMemo, useState } from 'react';
import type { FieldContext } from '#fields/field';
import type { Playbook } from '#engines/case/model';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, ChoiceChips, Icon, List, ListRow, TextField } from '#platform/web/kit';
import { categoriesOf } from './use-playbooks.ts';

const messages = defineMessages({
  zh: {
    common: '常见的',
    all: '全部类别',
    find: '查找类别',
    none: '没有找到，请换个词，或按大类查找。',
    back: '回到常见的',
  },
  en: {
    common: 'Common',
    all: 'All categories',
    find: 'Find a category',
    none: 'Nothing found. Please try another word, or look by class.',
    back: 'Back to the common ones',
  },
});

/** What it is about: the eight that are needed most in view, all others by word or by class. One touch chooses. */
export const CategoryPicker = ({
  playbook,
  context,
  value,
  onChange,
}: {
  playbook: Playbook;
  context: FieldContext;
  value: string | null;
  onChange: (code: string) => void;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const { common, classes, leaves, find } = useMemo(() => categoriesOf(playbook, context), [playbook, context]);
  const uncommon = value !== null && !common.some((item) => item.code === value);
  const [all, setAll] = useState(uncommon);
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<string | undefined>(uncommon ? find(value)?.parent : undefined);

  if (!all)
    return (
      <div className="lf-stack">
        <ChoiceChips
          grid
          value={value === null ? [] : [value]}
          choices={common.map((item) => ({ value: item.code, label: pick(item.name) }))}
          onChange={([code]) => code && onChange(code)}
        />
        <div>
          <Button look="quiet" icon="list" onClick={() => setAll(true)}>
            {t('all')}
          </Button>
        </div>
      </div>
    );

  const wanted = words.trim().toLowerCase();
  const found = wanted
    ? leaves.filter((item) => `${item.name.zh} ${item.name.en} ${item.code}`.toLowerCase().includes(wanted))
    : undefined;
  const chips = (items: typeof leaves) => (
    <ChoiceChips
      value={value === null ? [] : [value]}
      choices={items.map((item) => ({ value: item.code, label: pick(item.name) }))}
      onChange={([code]) => code && onChange(code)}
    />
  );
  return (
    <div className="lf-stack">
      <div>
        <Button look="quiet" icon="chevronLeft" onClick={() => setAll(false)}>
          {t('back')}
        </Button>
      </div>
      <TextField label={t('find')} required value={words} onChange={(event) => setWords(event.target.value)} />
      {found ? (
        found.length > 0 ? (
          chips(found)
        ) : (
          <p className="lf-hint">{t('none')}</p>
        )
      ) : (
        <List label={t('all')}>
          {classes.map(({ item, below }) => (
            <ListRow
              key={item.code}
              title={pick(item.name)}
              expanded={open === item.code}
              onPress={() => setOpen(open === item.code ? undefined : item.code)}
              below={open === item.code ? <div className="lf-list-below">{chips(below)}</div> : undefined}
              end={<Icon name="chevronDown" />}
            />
          ))}
        </List>
      )}
    </div>
  );
};
