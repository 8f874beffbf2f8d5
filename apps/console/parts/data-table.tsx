import { Checkbox } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { useNarrow } from '../app/use-narrow.ts';

const words = defineMessages({
  zh: { pick: '选择 {name}', pickAll: '全选本页', select: '选择' },
  en: { pick: 'Select {name}', pickAll: 'Select the whole page', select: 'Select' },
});

export interface Column<Row> {
  readonly id: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  readonly nowrap?: boolean;
  /** Needs room: a place, a sentence. */
  readonly roomy?: boolean;
  /** The cell that names the row. */
  readonly head?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  /** How a row looks on a phone. */
  readonly card: (row: Row) => ReactNode;
  readonly open?: (row: Row) => void;
  readonly picked?: ReadonlySet<string>;
  readonly onPick?: (picked: ReadonlySet<string>) => void;
  readonly cursor?: string | undefined;
  readonly faded?: ReadonlySet<string>;
  readonly dense?: boolean;
}

const onControl = (event: MouseEvent): boolean =>
  event.target instanceof HTMLElement && event.target.closest('a, button, input, label') !== null;

/** A table on a desk and cards on a phone, with the same rows, choice and cursor. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, rows, columns, keyOf, nameOf, card, open, picked, onPick, cursor, faded, dense } = props;
  const t = useText(words);
  const narrow = useNarrow();
  const toggle = (key: string): void => {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    onPick?.(next);
  };
  const box = (row: Row) =>
    onPick ? (
      <Checkbox
        checked={picked?.has(keyOf(row)) ?? false}
        onChange={() => toggle(keyOf(row))}
        aria-label={t('pick', { name: nameOf(row) })}
      />
    ) : null;
  const opening = (row: Row) =>
    open
      ? {
          'data-opens': true,
          onClick: (event: MouseEvent) => {
            if (!onControl(event) && !globalThis.getSelection?.()?.toString()) open(row);
          },
        }
      : {};
  if (narrow)
    return (
      <ul className="cards" aria-label={caption}>
        {rows.map((row) => (
          <li
            key={keyOf(row)}
            data-selected={picked?.has(keyOf(row)) || undefined}
            data-faded={faded?.has(keyOf(row)) || undefined}
            {...opening(row)}
          >
            {box(row)}
            <div className="card-body">{card(row)}</div>
          </li>
        ))}
      </ul>
    );
  const all = rows.length > 0 && rows.every((row) => picked?.has(keyOf(row)));
  const some = rows.some((row) => picked?.has(keyOf(row)));
  return (
    <div className="tablewrap">
      <table className="table" data-dense={dense || undefined}>
        <caption className="lf-unseen">{caption}</caption>
        <thead>
          <tr>
            {onPick ? (
              <th scope="col" className="check">
                <span className="lf-unseen">{t('select')}</span>
                <Checkbox
                  checked={all}
                  indeterminate={some && !all}
                  onChange={() => onPick(all ? new Set() : new Set(rows.map(keyOf)))}
                  aria-label={t('pickAll')}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align} data-roomy={column.roomy || undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = keyOf(row);
            return (
              <tr
                key={key}
                id={`row-${key}`}
                data-cursor={cursor === key || undefined}
                data-picked={picked?.has(key) || undefined}
                data-faded={faded?.has(key) || undefined}
                {...opening(row)}
              >
                {onPick ? <td className="check">{box(row)}</td> : null}
                {columns.map((column) => {
                  const marks = { 'data-align': column.align, 'data-nowrap': column.nowrap || undefined };
                  return column.head ? (
                    <th key={column.id} scope="row" {...marks}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} {...marks}>
                      {column.cell(row)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
