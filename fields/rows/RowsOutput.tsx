import { defineMessages, usePick, useText } from '#platform/web/i18n';
import type { Json } from '../field.ts';
import type { FieldWeb, OutputProps } from '../field-web.tsx';
import { columnsOf, type Row } from './rows.ts';
import './rows.css';
import { useWide } from './use-wide.tsx';

const messages = defineMessages({ zh: { row: '第 {n} 行' }, en: { row: 'Row {n}' } });

const COLUMN = 90;

/** A table where there is room, else each row as a short list of what it says. */
export const createRowsOutput = (webOfType: (type: string) => FieldWeb) =>
  function RowsOutput({ field, value, context }: OutputProps<readonly Row[]>) {
    const t = useText(messages);
    const pick = usePick();
    const columns = columnsOf(field);
    const [box, wide] = useWide(columns.length * COLUMN);
    const cellOf = (row: Row, column: (typeof columns)[number]) => {
      const cell: Json | null | undefined = row[column.id];
      if (cell === undefined || cell === null) return null;
      const { Output } = webOfType(column.type);
      return <Output field={column} value={cell} context={context} />;
    };
    return (
      <div ref={box} className="lf-rows-read">
        {wide ? (
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.id} scope="col">
                    {pick(column.name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.map((row, index) => (
                // Rows of a value at rest never move.
                <tr key={String(index)}>
                  {columns.map((column) => (
                    <td key={column.id}>{cellOf(row, column)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <ol>
            {value.map((row, index) => (
              <li key={String(index)} aria-label={t('row', { n: index + 1 })}>
                <dl>
                  {columns
                    .filter((column) => row[column.id] !== undefined && row[column.id] !== null)
                    .map((column) => (
                      <div key={column.id}>
                        <dt>{pick(column.name)}</dt>
                        <dd>{cellOf(row, column)}</dd>
                      </div>
                    ))}
                </dl>
              </li>
            ))}
          </ol>
        )}
      </div>
    );
  };
