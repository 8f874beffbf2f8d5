import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { CodeItem, CodeList } from '#fields/field';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Empty } from '#platform/web/kit';
import { words } from './playbook-words.ts';
import { isLimit, useLimitText } from './use-limit-text.ts';

/** Classes and categories with the time that each allows; a category without its own has its class's. */
export const CategoryTable = ({ list }: { list: CodeList | undefined }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const limitText = useLimitText();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const items = list?.items ?? [];
  const parents = new Set(items.map((item) => item.parent).filter((code) => code !== undefined));
  const classes = items.filter((item) => parents.has(item.code));
  const leaves = items.filter((item) => !parents.has(item.code));
  const limitOf = (item: CodeItem): string => {
    const own = item.extra?.['limit'];
    const above = classes.find((one) => one.code === item.parent)?.extra?.['limit'];
    const limit = isLimit(own) ? own : isLimit(above) ? above : undefined;
    return limit ? limitText(limit) : t('none');
  };
  const fits = (item: CodeItem): boolean =>
    `${item.code} ${item.name.zh} ${item.name.en}`.toLowerCase().includes(wanted);
  const groups = (classes.length > 0 ? classes : [undefined])
    .map((top) => ({
      top,
      below: leaves.filter(
        (item) => (top ? item.parent === top.code : true) && (!wanted || fits(item) || (top && fits(top))),
      ),
    }))
    .filter((group) => group.below.length > 0);
  return (
    <div className="stack">
      <div className="row">
        <Input
          type="search"
          className="playbook-search"
          aria-label={t('findCategory')}
          placeholder={t('findCategory')}
          allowClear
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="quiet">
          {t('count', { classes: formats.number(classes.length), leaves: formats.number(leaves.length) })}
        </span>
      </div>
      {list ? <p className="quiet small">{t('listSource', { source: list.source })}</p> : null}
      {groups.length === 0 ? <Empty icon="search" title={t('missing')} /> : null}
      {groups.map(({ top, below }) => (
        <section key={top?.code ?? ''} className="tablewrap">
          <table className="table" data-dense>
            <caption className="playbook-class">{top ? `${top.code} ${pick(top.name)}` : t('categories')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('code')}</th>
                <th scope="col">{t('category')}</th>
                <th scope="col">{t('limits')}</th>
              </tr>
            </thead>
            <tbody>
              {below.map((item) => (
                <tr key={item.code}>
                  <td data-nowrap>{item.code}</td>
                  <th scope="row">{pick(item.name)}</th>
                  <td data-nowrap>{limitOf(item)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
};
