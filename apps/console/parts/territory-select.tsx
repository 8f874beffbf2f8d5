import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { territory } from '../app/clients.ts';
import { homeOf, useMe } from '../app/session.ts';

const words = defineMessages({
  zh: { label: '区域', hint: '区域名称、拼音首字母或编码', none: '没有找到' },
  en: { label: 'Territory', hint: 'Name, pinyin initials or code', none: 'Nothing found' },
});

interface TerritorySelectProps {
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  readonly label?: string;
  readonly clearable?: boolean;
  readonly className?: string;
}

/** A node in one line: type a name, pinyin initials or a code; without typing, the nodes around the chosen one. */
export const TerritorySelect = ({ value, onChange, label, clearable = true, className }: TerritorySelectProps) => {
  const t = useText(words);
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const base = value ?? homeOf(me);
  const chosen = useQuery({
    queryKey: ['territory', 'detail', value],
    queryFn: () => territory.getTerritory({ params: { code: value ?? '' } }),
    enabled: value !== undefined,
    staleTime: 60_000,
  });
  const around = useQuery({
    queryKey: ['territory', 'children', base],
    queryFn: () => territory.listChildren({ params: { code: base ?? '' } }),
    enabled: open && base !== undefined && asked === '',
    staleTime: 60_000,
  });
  const roots = useQuery({
    queryKey: ['territory', 'roots'],
    queryFn: () => territory.listRoots(),
    enabled: open && asked === '',
    staleTime: 60_000,
  });
  const found = useQuery({
    queryKey: ['territory', 'search', asked],
    queryFn: () => territory.searchTerritory({ query: { words: asked, size: 20 } }),
    enabled: open && asked !== '',
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  const options = new Map<string, string>();
  const add = (code: string, text: string): void => void (options.has(code) || options.set(code, text));
  if (asked) for (const { node, names } of found.data ?? []) add(node.code, names || node.name);
  else {
    for (const node of chosen.data?.trail ?? []) add(node.code, node.name);
    for (const node of roots.data ?? []) add(node.code, node.name);
    for (const node of around.data ?? []) add(node.code, node.name);
  }
  if (value) add(value, chosen.data?.node.name ?? value);
  return (
    <Select
      aria-label={label ?? t('label')}
      placeholder={label ?? t('label')}
      className={className ?? ''}
      allowClear={clearable}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) setTyped('');
      }}
      popupMatchSelectWidth={false}
      title={t('hint')}
      value={value ?? null}
      notFoundContent={t('none')}
      onChange={(code: string | null) => onChange(code ?? undefined)}
      options={[...options].map(([code, text]) => ({ value: code, label: text }))}
    />
  );
};
