import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { ImportReport } from '#engines/exchange/contract';
import { platformRoutes } from '#platform/contract/platform-routes';
import { asProblem, newId, send } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Empty, Notice, Select } from '#platform/web/kit';
import { sha256 } from '#platform/web/photo';
import { exchange } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { FilePick } from '../../parts/file-pick.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { Panel } from '../../parts/page.tsx';
import { Failure, Loaded } from '../../parts/states.tsx';
import { ReportTable } from './report-table.tsx';
import './import.css';

const words = defineMessages({
  zh: {
    mapsEmpty: '没有可用的导入对照表',
    mapsEmptyText: '业务包里声明了对照表，这里才能导入。',
    map: '对照表',
    columns: '文件应有的列：{columns}',
    file: '文件',
    fileHint: 'CSV 文件；Excel、WPS 表格请先另存为 CSV',
    check: '预检',
    checking: '正在读取并预检',
    fileMissing: '请选择文件',
    preview: '预检结果',
    sample: '前几行读出的内容',
    start: '开始导入',
    running: '导入进度',
    again: '导入另一份',
    sheet: '下载未导入的行',
  },
  en: {
    mapsEmpty: 'There is no import map',
    mapsEmptyText: 'A pack has to declare one first.',
    map: 'Import map',
    columns: 'Columns of the file: {columns}',
    file: 'File',
    fileHint: 'A CSV file; from Excel or WPS save it as CSV first',
    check: 'Check',
    checking: 'Reading and checking',
    fileMissing: 'Please choose a file',
    preview: 'What the check found',
    sample: 'The first rows, as they were read',
    start: 'Import',
    running: 'Progress',
    again: 'Import another file',
    sheet: 'Download the rows set aside',
  },
});

const isReport = (value: unknown): value is ImportReport =>
  typeof value === 'object' && value !== null && 'rowsIn' in value && 'reasons' in value;

/** Past matters, by the maps that packs declare. */
export const MapImport = () => {
  const t = useText(words);
  const pick = usePick();
  const navigate = useNavigate();
  const client = useQueryClient();
  const allowed = useMay()('import.run');
  const { job } = useSearch({ from: '/inside/import' });
  const [map, setMap] = useState('');
  const [file, setFile] = useState<File>();
  const [asked, setAsked] = useState(false);
  const maps = useQuery({
    queryKey: ['import-maps'],
    queryFn: () => exchange.listImportMaps(),
    enabled: allowed,
    staleTime: 10 * 60_000,
  });
  const chosen = maps.data?.find((one) => one.id === map) ?? maps.data?.[0];
  const check = useMutation({
    mutationFn: async ({ map: id, file: sheet }: { map: string; file: File }) => {
      const hash = await sha256(await sheet.arrayBuffer());
      await send(platformRoutes.putFile, { params: { id: hash }, body: sheet }, { timeout: 300_000 });
      const found = await exchange.previewImport({ body: { map: id, file: hash } }, { timeout: 300_000 });
      return { ...found, map: id, file: hash };
    },
  });
  const start = useMutation({
    mutationFn: (ready: { map: string; file: string }) => exchange.startImport({ body: { id: newId(), ...ready } }),
    onSuccess: (started) => void navigate({ to: '/import', search: { see: 'past', job: started.id } }),
  });
  /** An import may have brought a district, and with it a post: who I am and what I see is asked again. */
  const renew = useCallback(() => void client.invalidateQueries(), [client]);
  const columnsOf = check.data?.sample[0] ? Object.keys(check.data.sample[0]) : [];
  return (
    <>
      {job ? (
        <div className="stack">
          <Panel title={t('running')}>
            <JobProgress id={job} onDone={renew} fileText={t('sheet')}>
              {(done) =>
                isReport(done.result) ? (
                  <div className="stack">
                    <ReportTable report={done.result} />
                    {done.result.sheet && !done.file ? (
                      <a href={done.result.sheet} download>
                        {t('sheet')}
                      </a>
                    ) : null}
                  </div>
                ) : null
              }
            </JobProgress>
          </Panel>
          <div>
            <Button
              onClick={() => {
                check.reset();
                start.reset();
                setFile(undefined);
                void navigate({ to: '/import', search: { see: 'past' } });
              }}
            >
              {t('again')}
            </Button>
          </div>
        </div>
      ) : (
        <Loaded query={maps}>
          {(list) =>
            list.length === 0 || !chosen ? (
              <Empty icon="file" title={t('mapsEmpty')}>
                {t('mapsEmptyText')}
              </Empty>
            ) : (
              <div className="stack">
                <Panel>
                  <form
                    className="form"
                    onSubmit={(event) => {
                      event.preventDefault();
                      setAsked(true);
                      if (file) check.mutate({ map: chosen.id, file });
                    }}
                  >
                    <Select
                      label={t('map')}
                      required
                      hint={t('columns', { columns: chosen.columns.join('、') })}
                      value={chosen.id}
                      onChange={(event) => {
                        setMap(event.target.value);
                        check.reset();
                      }}
                    >
                      {list.map((one) => (
                        <option key={one.id} value={one.id}>
                          {pick(one.name)}
                        </option>
                      ))}
                    </Select>
                    <FilePick
                      label={t('file')}
                      hint={t('fileHint')}
                      accept=".csv,text/csv"
                      file={file}
                      error={asked && !file ? t('fileMissing') : undefined}
                      onPick={(picked) => {
                        setFile(picked);
                        check.reset();
                      }}
                    />
                    <div>
                      <Button type={check.data ? 'default' : 'primary'} htmlType="submit" loading={check.isPending}>
                        {t('check')}
                      </Button>
                    </div>
                  </form>
                </Panel>
                {check.isPending ? <Notice>{t('checking')}</Notice> : null}
                {check.isError ? <Failure error={check.error} /> : null}
                {check.data ? (
                  <Panel title={t('preview')}>
                    <div className="stack">
                      <ReportTable report={check.data.report} />
                      {columnsOf.length > 0 ? (
                        <details>
                          <summary>{t('sample')}</summary>
                          <div className="tablewrap" tabIndex={0} role="region" aria-label={t('sample')}>
                            <table className="table" data-dense>
                              <thead>
                                <tr>
                                  {columnsOf.map((column) => (
                                    <th key={column} scope="col">
                                      {column}
                                    </th>
                                  ))}
                                </tr>
                              </thead>
                              <tbody>
                                {check.data.sample.map((row, index) => (
                                  <tr key={`${index}-${Object.values(row)[0]}`}>
                                    {columnsOf.map((column) => (
                                      <td key={column}>{row[column]}</td>
                                    ))}
                                  </tr>
                                ))}
                              </tbody>
                            </table>
                          </div>
                        </details>
                      ) : null}
                      {start.isError ? (
                        <Notice tone="overdue" icon="alert">
                          {pick(asProblem(start.error).sentence)}
                        </Notice>
                      ) : null}
                      <div>
                        <Button
                          type="primary"
                          loading={start.isPending}
                          disabled={check.data.report.taken === 0}
                          onClick={() => start.mutate({ map: check.data.map, file: check.data.file })}
                        >
                          {t('start')}
                        </Button>
                      </div>
                    </div>
                  </Panel>
                ) : null}
              </div>
            )
          }
        </Loaded>
      )}
    </>
  );
};
