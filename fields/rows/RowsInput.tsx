import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, IconButton } from '#platform/web/kit';
import type { Json } from '../field.ts';
import type { FieldWeb, InputProps } from '../field-web.tsx';
import { FieldControl } from '../FieldControl.tsx';
import { columnsOf, maxRows, minRows } from './rows.ts';
import './rows.css';
import { useWide } from './use-wide.tsx';

const messages = defineMessages({
  zh: { add: '添加一行', remove: '删除第 {n} 行', row: '第 {n} 行', full: '最多 {max} 行。' },
  en: { add: 'Add a row', remove: 'Remove row {n}', row: 'Row {n}', full: 'At most {max} rows.' },
});

type DraftRow = Readonly<Record<string, Json | null>>;

/** Pixels that a column needs before rows are drawn side by side under one heading. */
const COLUMN = 140;

/** Rows of the same questions: a table where there is room, cards one below the other where there is not. */
export const createRowsInput = (webOfType: (type: string) => FieldWeb) =>
  function RowsInput({ field, value, onChange, id, context, parts }: InputProps<readonly DraftRow[]>) {
    const t = useText(messages);
    const pick = usePick();
    const columns = columnsOf(field);
    const [box, wide] = useWide(columns.length * COLUMN + 100);
    const max = maxRows(field);
    const blanks = Math.max(minRows(field), field.required ? 1 : 0);
    const rows: readonly DraftRow[] = value ?? Array.from({ length: blanks }, () => ({}));
    // A row keeps its controls when one above it goes.
    const keys = useRef<number[]>([]);
    const made = useRef(0);
    while (keys.current.length < rows.length) keys.current.push((made.current += 1));
    const [focus, setFocus] = useState<string>();

    useEffect(() => {
      if (focus === undefined) return;
      setFocus(undefined);
      const target = document.getElementById(focus);
      const control = target?.matches('input,select,textarea,button')
        ? target
        : target?.querySelector<HTMLElement>('input,select,textarea,button');
      (control ?? target)?.focus();
    }, [focus]);

    const cellId = (row: number, column: string | undefined): string => `${parts.id}.${row}.${column ?? ''}`;
    const set = (row: number, column: string, cell: Json | null) =>
      onChange(rows.map((one, index) => (index === row ? { ...one, [column]: cell } : one)));
    const add = () => {
      onChange([...rows, {}]);
      setFocus(cellId(rows.length, columns[0]?.id));
    };
    const remove = (row: number) => {
      keys.current.splice(row, 1);
      const left = rows.filter((_, index) => index !== row);
      onChange(left.length > 0 ? left : null);
      setFocus(left.length > 0 ? cellId(Math.min(row, left.length - 1), columns[0]?.id) : id);
    };

    return (
      <div
        ref={box}
        className={wide ? 'lf-rows lf-rows-wide' : 'lf-rows'}
        style={{ '--lf-columns': columns.length } as CSSProperties}
      >
        {wide && rows.length > 0 ? (
          <div className="lf-rows-head" aria-hidden="true">
            {columns.map((column) => (
              <span key={column.id}>{pick(column.name)}</span>
            ))}
          </div>
        ) : null}
        <div className="lf-rows-list">
          {rows.map((row, index) => (
            <div key={keys.current[index]} role="group" aria-label={t('row', { n: index + 1 })}>
              <p className="lf-rows-number" aria-hidden="true">
                {t('row', { n: index + 1 })}
              </p>
              {columns.map((column) => (
                <FieldControl
                  key={column.id}
                  field={column}
                  web={webOfType(column.type)}
                  value={row[column.id] ?? null}
                  onChange={(cell) => set(index, column.id, cell)}
                  error={parts.errors[`${index}.${column.id}`]}
                  id={cellId(index, column.id)}
                  context={context}
                />
              ))}
              <IconButton icon="trash" label={t('remove', { n: index + 1 })} onClick={() => remove(index)} />
            </div>
          ))}
        </div>
        {rows.length < max ? (
          <Button id={id} icon="plus" onClick={add}>
            {t('add')}
          </Button>
        ) : (
          <p className="lf-hint">{t('full', { max })}</p>
        )}
      </div>
    );
  };
