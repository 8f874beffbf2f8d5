import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Job } from '#platform/contract';
import { defineMessages, useFormats, usePick, useText } from '#platform/web/i18n';
import { Notice } from '#platform/web/kit';
import { platform } from '../app/clients.ts';
import * as icons from './icons.tsx';
import { Failure } from './states.tsx';

const words = defineMessages({
  zh: {
    waiting: '正在排队',
    running: '正在处理，已完成 {done}',
    runningOf: '正在处理，已完成 {done} / {total}',
    done: '已完成',
    failed: '没有完成',
    download: '下载文件',
    progress: '处理进度',
  },
  en: {
    waiting: 'Waiting for its turn',
    running: 'Working: {done} done',
    runningOf: 'Working: {done} of {total}',
    done: 'Done',
    failed: 'Not finished',
    download: 'Download the file',
    progress: 'Progress',
  },
});

const isOver = (job: Job | undefined): boolean => job?.state === 'done' || job?.state === 'failed';

interface JobProgressProps {
  readonly id: string;
  readonly onDone?: (job: Job) => void;
  /** What its file is, where that is not plain. */
  readonly fileText?: string;
  /** What the job found, beyond its file. */
  readonly children?: (job: Job) => ReactNode;
}

/** A long piece of work: how far it is, what came of it, and the file it made. */
export const JobProgress = ({ id, onDone, fileText, children }: JobProgressProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const query = useQuery({
    queryKey: ['job', id],
    queryFn: () => platform.getJob({ params: { id } }),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 1000),
  });
  const job = query.data;
  const told = useRef('');
  useEffect(() => {
    if (!job || job.state !== 'done' || told.current === job.id) return;
    told.current = job.id;
    onDone?.(job);
  }, [job, onDone]);
  if (!job) return query.isError ? <Failure error={query.error} retry={() => void query.refetch()} /> : null;
  const percent = job.state === 'done' ? 100 : job.total ? Math.floor((job.done / job.total) * 100) : 0;
  const text =
    job.state === 'waiting'
      ? t('waiting')
      : job.state === 'failed'
        ? t('failed')
        : job.state === 'done'
          ? t('done')
          : job.total
            ? t('runningOf', { done: formats.number(job.done), total: formats.number(job.total) })
            : t('running', { done: formats.number(job.done) });
  return (
    <div className="stack">
      <p role="status">{text}</p>
      <Progress
        percent={percent}
        status={job.state === 'failed' ? 'exception' : job.state === 'done' ? 'success' : 'normal'}
        aria-label={t('progress')}
      />
      {job.message ? (
        <Notice tone={job.state === 'failed' ? 'overdue' : 'done'} icon={job.state === 'failed' ? 'alert' : 'info'}>
          {pick(job.message)}
        </Notice>
      ) : null}
      {isOver(job) ? children?.(job) : null}
      {job.state === 'done' && job.file ? (
        <p>
          <a href={job.file} download className="icon-words">
            <icons.Download />
            <span>{fileText ?? t('download')}</span>
          </a>
        </p>
      ) : null}
    </div>
  );
};
