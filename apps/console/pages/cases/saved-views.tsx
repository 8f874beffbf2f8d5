import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { Icon, IconButton } from '#platform/web/kit';
import { keep, readKept } from '#platform/web/theme';
import { useMe } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import type { CaseSearch } from './case-filters.tsx';

const words = defineMessages({
  zh: {
    views: '常用视图',
    save: '保存当前筛选',
    name: '视图名称',
    saveTitle: '保存为常用视图',
    saveNote: '只保存在本机这个浏览器里，换一台电脑看不到。',
    ok: '保存',
    cancel: '取消',
    remove: '删除视图「{name}」',
    open: '办理中',
    overdue: '已超期',
    soon: '快到期',
    late: '超时办结',
    mine: '我上报的',
  },
  en: {
    views: 'Views',
    save: 'Save these filters',
    name: 'Name of the view',
    saveTitle: 'Save as a view',
    saveNote: 'It is kept in this browser only; another computer does not see it.',
    ok: 'Save',
    cancel: 'Cancel',
    remove: 'Remove the view “{name}”',
    open: 'Open',
    overdue: 'Overdue',
    soon: 'Due soon',
    late: 'Closed late',
    mine: 'Reported by me',
  },
});

interface SavedView {
  readonly name: string;
  readonly search: CaseSearch;
}

const given = [
  { text: 'open', search: { status: 'open', sort: 'due' } },
  { text: 'overdue', search: { status: 'open', light: 'red', sort: 'due' } },
  { text: 'soon', search: { status: 'open', light: 'yellow', sort: 'due' } },
  { text: 'late', search: { status: 'closed', timing: 'overtime' } },
  { text: 'mine', search: { view: 'reported' } },
] as const satisfies readonly { text: string; search: CaseSearch }[];

/** Ready-made views and a person's own, kept in this browser under the person's id. */
export const SavedViews = ({ search, onChoose }: { search: CaseSearch; onChoose: (search: CaseSearch) => void }) => {
  const t = useText(words);
  const me = useMe();
  const place = `views.${me.person.id}`;
  const [own, setOwn] = useState<readonly SavedView[]>(() => readKept<readonly SavedView[]>(place, []));
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const change = (next: readonly SavedView[]): void => {
    setOwn(next);
    keep(place, next);
  };
  const save = (): void => {
    const named = name.trim();
    if (!named) return;
    const { after: _, ...filters } = search;
    change([...own.filter((one) => one.name !== named), { name: named, search: filters }]);
    setNaming(false);
    setName('');
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...given.map((one) => ({ key: one.text, label: t(one.text), onClick: () => onChoose(one.search) })),
            ...(own.length > 0 ? [{ type: 'divider' as const }] : []),
            ...own.map((one) => ({
              key: `own-${one.name}`,
              onClick: () => onChoose(one.search),
              label: (
                <span className="saved-view">
                  <span>{one.name}</span>
                  <IconButton
                    icon="trash"
                    label={t('remove', { name: one.name })}
                    onClick={(event) => {
                      event.stopPropagation();
                      change(own.filter((other) => other !== one));
                    }}
                  />
                </span>
              ),
            })),
            { type: 'divider' as const },
            { key: 'save', label: t('save'), onClick: () => setNaming(true) },
          ],
        }}
      >
        <Button icon={<icons.Star />}>
          {t('views')}
          <Icon name="chevronDown" />
        </Button>
      </Dropdown>
      <Modal
        open={naming}
        title={t('saveTitle')}
        okText={t('ok')}
        cancelText={t('cancel')}
        okButtonProps={{ disabled: !name.trim() }}
        onOk={save}
        onCancel={() => setNaming(false)}
        destroyOnHidden
      >
        <div className="stack">
          <Input
            aria-label={t('name')}
            placeholder={t('name')}
            value={name}
            maxLength={20}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onPressEnter={save}
          />
          <p className="quiet small">{t('saveNote')}</p>
        </div>
      </Modal>
    </>
  );
};
