import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { SheetOrder, SheetReading } from '#engines/case/contract';
import { categoriesOf, usePlaybooks } from '#engines/case/web';
import { platformRoutes } from '#platform/contract/platform-routes';
import { asProblem, newId, send } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Notice, Select, Skeleton } from '#platform/web/kit';
import { sha256 } from '#platform/web/photo';
import { cases } from '../../app/clients.ts';
import { FilePick } from '../../parts/file-pick.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { Panel } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { ColumnTable } from './column-table.tsx';
import { words } from './matter-words.ts';
import { Numbers, PreviewPart } from './preview-part.tsx';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Outcome {
  readonly rows: number;
  readonly taken: number;
  readonly known: number;
  readonly bad: number;
}
const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'object' && value !== null && 'taken' in value && 'bad' in value;

/** Matters from a sheet: choose the playbook, say what the columns are, look at what is wrong, import. */
export const MatterImport = () => {
  const t = useText(words);
  const { job } = useSearch({ from: '/inside/import' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const renew = useCallback(() => void client.invalidateQueries({ queryKey: ['case'] }), [client]);
  if (!job) return <Steps />;
  return (
    <div className="stack">
      <Panel title={t('running')}>
        <JobProgress id={job} onDone={renew} fileText={t('sheet')}>
          {({ result }) =>
            isOutcome(result) ? (
              <Numbers
                numbers={[
                  [t('rows'), result.rows, t('unit')],
                  [t('taken'), result.taken, t('matters')],
                  [t('known'), result.known, t('unit')],
                  [t('bad'), result.bad, t('unit')],
                ]}
              />
            ) : null
          }
        </JobProgress>
      </Panel>
      <div className="row">
        <Button onClick={() => void navigate({ to: '/import', search: { see: 'matters' } })}>{t('again')}</Button>
        <Link to="/cases">{t('see')}</Link>
      </div>
    </div>
  );
};

const Steps = () => {
  const t = useText(words);
  const pick = usePick();
  const { known, error, retry } = usePlaybooks();
  const [playbook, setPlaybook] = useState('');
  const [file, setFile] = useState<File>();
  const [asked, setAsked] = useState(false);
  // A row of a sheet is reported by whoever imports it.
  const playbooks = known?.playbooks.filter((one) => one.reporters.includes('staff')) ?? [];
  const chosen = playbooks.find((one) => one.id === playbook) ?? playbooks[0];
  const read = useMutation({
    mutationFn: async (given: { playbook: string; file: File }) => {
      const hash = await sha256(await given.file.arrayBuffer());
      const type = given.file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : sheetType;
      const body = new Blob([given.file], { type });
      await send(platformRoutes.putFile, { params: { id: hash }, body }, { timeout: 300_000 });
      const reading = await cases.readCaseSheet(
        { body: { file: hash, playbook: given.playbook } },
        { timeout: 60_000 },
      );
      return { reading, file: hash, playbook: given.playbook };
    },
  });
  if (error) return <Failure error={error} retry={retry} />;
  if (!known || !chosen) return <Skeleton rows={5} />;
  return (
    <div className="stack">
      <Panel>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(true);
            if (file) read.mutate({ playbook: chosen.id, file });
          }}
        >
          <Select
            label={t('playbook')}
            hint={t('playbookHint')}
            required
            value={chosen.id}
            onChange={(event) => {
              setPlaybook(event.target.value);
              read.reset();
            }}
          >
            {playbooks.map((one) => (
              <option key={one.id} value={one.id}>
                {pick(one.name)}
              </option>
            ))}
          </Select>
          <p>
            <a href={`/api/case-sheets/templates/${encodeURIComponent(chosen.id)}`} download>
              {t('template')}
            </a>
          </p>
          <FilePick
            label={t('file')}
            hint={t('fileHint')}
            accept={`.xlsx,.csv,${sheetType},text/csv`}
            file={file}
            error={asked && !file ? t('fileMissing') : undefined}
            onPick={(picked) => {
              setFile(picked);
              read.reset();
            }}
          />
          <div>
            <Button type={read.data ? 'default' : 'primary'} htmlType="submit" loading={read.isPending}>
              {t('read')}
            </Button>
          </div>
        </form>
      </Panel>
      {read.isPending ? <Notice>{t('reading')}</Notice> : null}
      {read.isError ? <Failure error={read.error} /> : null}
      {read.data ? (
        <Mapping
          key={`${read.data.file} ${read.data.playbook}`}
          file={read.data.file}
          playbook={chosen.id}
          reading={read.data.reading}
          categories={categoriesOf(chosen, known.context).leaves}
        />
      ) : null}
    </div>
  );
};

interface MappingProps {
  readonly file: string;
  readonly playbook: string;
  readonly reading: SheetReading;
  readonly categories: ReturnType<typeof categoriesOf>['leaves'];
}

const Mapping = ({ file, playbook, reading, categories }: MappingProps) => {
  const t = useText(words);
  const pick = usePick();
  const navigate = useNavigate();
  const [columns, setColumns] = useState<readonly string[]>(reading.columns);
  const [category, setCategory] = useState('');
  const [place, setPlace] = useState<string>();
  const order = (): SheetOrder => ({
    file,
    playbook,
    columns: [...columns],
    ...(category && { category }),
    ...(place !== undefined && { place }),
  });
  const check = useMutation({
    mutationFn: async () => {
      const asked = order();
      return { asked, preview: await cases.previewCaseSheet({ body: asked }, { timeout: 120_000 }) };
    },
  });
  const start = useMutation({
    mutationFn: (asked: SheetOrder) => cases.importCaseSheet({ body: { id: newId(), ...asked } }, { timeout: 60_000 }),
    onSuccess: ({ id }) => void navigate({ to: '/import', search: { see: 'matters', job: id } }),
  });
  const change = (what: () => void): void => {
    what();
    check.reset();
    start.reset();
  };
  const has = (id: string): boolean =>
    columns.includes(id) || (id === 'category' && category !== '') || (id === 'place' && place !== undefined);
  const missing = reading.targets.filter((target) => target.required && !has(target.id));
  return (
    <>
      <Panel title={t('columns')}>
        <div className="stack">
          <p className="quiet">
            {t('columnsText', { rows: reading.rows })} {reading.remembered ? t('remembered') : null}
          </p>
          <ColumnTable reading={reading} columns={columns} onChange={(next) => change(() => setColumns(next))} />
          <div className="form">
            <Select
              label={t('category')}
              value={category}
              onChange={(event) => change(() => setCategory(event.target.value))}
            >
              <option value="">{t('noDefault')}</option>
              {categories.map((item) => (
                <option key={item.code} value={item.code}>
                  {pick(item.name)}
                </option>
              ))}
            </Select>
            <div className="import-place">
              <span>{t('place')}</span>
              <TerritorySelect label={t('place')} value={place} onChange={(next) => change(() => setPlace(next))} />
            </div>
          </div>
          {missing.length > 0 ? (
            <Notice tone="soon">{t('missing', { names: missing.map((one) => pick(one.name)).join('、') })}</Notice>
          ) : null}
          <div>
            <Button type={check.data ? 'default' : 'primary'} loading={check.isPending} onClick={() => check.mutate()}>
              {t('check')}
            </Button>
          </div>
        </div>
      </Panel>
      {check.isPending ? <Notice>{t('checking')}</Notice> : null}
      {check.isError ? <Failure error={check.error} /> : null}
      {check.data ? (
        <PreviewPart
          preview={check.data.preview}
          headers={reading.headers}
          busy={start.isPending}
          problem={start.isError ? pick(asProblem(start.error).sentence) : undefined}
          onStart={() => start.mutate(check.data.asked)}
        />
      ) : null}
    </>
  );
};
