import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Ruling, TerritoryNode } from '#engines/territory/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { organisation, territory } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { words } from './places-words.ts';

const everyLine = '*';

/** Lines of business with their names; whoever may not read the organisation sees their ids. */
const useLines = () => {
  const pick = usePick();
  const may = useMay();
  const { data = [] } = useQuery({
    queryKey: ['business-lines'],
    queryFn: () => organisation.listBusinessLines(),
    enabled: may('organisation.read'),
    staleTime: 600_000,
  });
  return data.map((line) => ({ id: line.id, name: pick(line.name) }));
};

/** Who acts in places of open belonging (插花地) at or below a node, line by line. */
export const RulingsPart = ({ node }: { node: TerritoryNode }) => {
  const t = useText(words);
  const formats = useFormats();
  const may = useMay();
  const lines = useLines();
  const [ruling, setRuling] = useState(false);
  const rulings = useQuery({
    queryKey: ['territory', 'rulings', node.code],
    queryFn: () => territory.listRulings({ params: { code: node.code } }),
  });
  const lineName = (id: string): string =>
    id === everyLine ? t('allLines') : (lines.find((line) => line.id === id)?.name ?? id);
  const tag = (row: Ruling) =>
    row.validTo ? (
      <StatusTag tone="quiet">{t('ended')}</StatusTag>
    ) : row.state === 'settled' ? (
      <StatusTag tone="done">{t('settled')}</StatusTag>
    ) : (
      <StatusTag tone="soon">{t('meanwhile')}</StatusTag>
    );
  return (
    <div className="stack">
      <p className="quiet">{t('rulingsLead')}</p>
      {node.kind === 'undetermined' && may('territory.edit') ? (
        <div>
          <Button onClick={() => setRuling(true)}>{t('rule')}</Button>
        </div>
      ) : null}
      <Loaded query={rulings}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="mapPin" title={t('noRulings')}>
              {t('noRulingsText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('rulings')}
              rows={rows}
              keyOf={(row) => row.id}
              nameOf={(row) => row.place.name}
              columns={[
                { id: 'place', title: t('place'), head: true, cell: (row) => row.place.name },
                { id: 'line', title: t('line'), nowrap: true, cell: (row) => lineName(row.line) },
                { id: 'acts', title: t('acts'), cell: (row) => row.acts.name },
                { id: 'state', title: t('state'), cell: tag },
                { id: 'from', title: t('from'), nowrap: true, cell: (row) => formats.day(row.validFrom) },
                { id: 'basis', title: t('basis'), roomy: true, cell: (row) => row.basis },
              ]}
              card={(row) => (
                <>
                  <strong>{row.place.name}</strong>
                  <span>
                    {lineName(row.line)}：{row.acts.name}
                  </span>
                  <span className="row">
                    {tag(row)}
                    <span className="quiet">{formats.day(row.validFrom)}</span>
                  </span>
                  <span className="quiet">{row.basis}</span>
                </>
              )}
            />
          )
        }
      </Loaded>
      {ruling ? <Rule node={node} lines={lines} onClose={() => setRuling(false)} /> : null}
    </div>
  );
};

interface RuleProps {
  readonly node: TerritoryNode;
  readonly lines: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

const Rule = ({ node, lines, onClose }: RuleProps) => {
  const t = useText(words);
  const client = useQueryClient();
  const [id] = useState(newId);
  const rule = useMutation({
    mutationFn: (values: Record<'line' | 'acts' | 'state' | 'basis', string>) =>
      territory.ruleTerritory({
        params: { code: node.code },
        body: { ...values, id, state: values.state === 'settled' ? 'settled' : 'meanwhile' },
      }),
    onSuccess: async () => {
      toast(t('ruled'));
      await client.invalidateQueries({ queryKey: ['territory'] });
      onClose();
    },
  });
  return (
    <Drawer open onClose={onClose} title={`${t('rule')} · ${node.name}`} size={420} destroyOnHidden>
      <SimpleForm
        items={[
          {
            id: 'line',
            label: t('line'),
            required: true,
            options: [
              { value: everyLine, label: t('allLines') },
              ...lines.map((one) => ({ value: one.id, label: one.name })),
            ],
          },
          {
            id: 'acts',
            label: t('acts'),
            required: true,
            control: (value, change) => (
              <TerritorySelect
                className="change-wide"
                label={t('acts')}
                value={value || undefined}
                onChange={(code) => change(code ?? '')}
              />
            ),
          },
          {
            id: 'state',
            label: t('state'),
            required: true,
            options: [
              { value: 'meanwhile', label: t('meanwhile') },
              { value: 'settled', label: t('settled') },
            ],
          },
          { id: 'basis', label: t('basis'), required: true, maxLength: 500 },
        ]}
        start={{ state: 'meanwhile', line: everyLine }}
        submit={t('save')}
        busy={rule.isPending}
        problem={rule.isError ? asProblem(rule.error) : undefined}
        onSubmit={(values) => rule.mutate(values)}
      />
    </Drawer>
  );
};
