import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { asProblem, newId } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Notice, Select } from '#platform/web/kit';
import { territory } from '../../app/clients.ts';
import { FilePick } from '../../parts/file-pick.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';

const words = defineMessages({
  zh: {
    title: '导入边界',
    lead: 'GeoJSON 文件，每个要素的 properties.code 写区域编码。',
    datum: '坐标系',
    wgs: 'WGS-84（国际、北斗、GPS）',
    gcj: 'GCJ-02（高德、腾讯）',
    bd: 'BD-09（百度）',
    file: '文件',
    unreadable: '这个文件不是 GeoJSON，请检查后重选。',
    start: '导入',
  },
  en: {
    title: 'Import boundaries',
    lead: 'A GeoJSON file; properties.code of each feature names its territory.',
    datum: 'Datum',
    wgs: 'WGS-84 (GPS, BeiDou)',
    gcj: 'GCJ-02 (Amap, Tencent)',
    bd: 'BD-09 (Baidu)',
    file: 'File',
    unreadable: 'This file is not GeoJSON. Please check and choose again.',
    start: 'Import',
  },
});

type Datum = 'WGS-84' | 'GCJ-02' | 'BD-09';

export const ImportBoundaries = () => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [datum, setDatum] = useState<Datum>('WGS-84');
  const [file, setFile] = useState<File>();
  const [unreadable, setUnreadable] = useState(false);
  const start = useMutation({
    mutationFn: (geojson: unknown) =>
      territory.importBoundaries({ body: { id: newId(), datum, geojson } }, { timeout: 120_000 }),
  });
  const send = async (): Promise<void> => {
    if (!file) return;
    try {
      const geojson: unknown = JSON.parse(await file.text());
      setUnreadable(false);
      start.mutate(geojson);
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <>
      <Button
        onClick={() => {
          start.reset();
          setFile(undefined);
          setOpen(true);
        }}
      >
        {t('title')}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('title')} size={420} destroyOnHidden>
        <div className="stack">
          <p className="quiet">{t('lead')}</p>
          <Select label={t('datum')} required value={datum} onChange={(event) => setDatum(event.target.value as Datum)}>
            <option value="WGS-84">{t('wgs')}</option>
            <option value="GCJ-02">{t('gcj')}</option>
            <option value="BD-09">{t('bd')}</option>
          </Select>
          <FilePick
            label={t('file')}
            accept=".json,.geojson,application/geo+json"
            file={file}
            error={unreadable ? t('unreadable') : undefined}
            onPick={setFile}
          />
          {start.isError ? (
            <div role="alert">
              <Notice tone="overdue" icon="alert">
                {pick(asProblem(start.error).sentence)}
              </Notice>
            </div>
          ) : null}
          {start.data ? (
            <JobProgress id={start.data.id} onDone={() => void client.invalidateQueries({ queryKey: ['territory'] })} />
          ) : (
            <div>
              <Button type="primary" disabled={!file} loading={start.isPending} onClick={() => void send()}>
                {t('start')}
              </Button>
            </div>
          )}
        </div>
      </Drawer>
    </>
  );
};
