import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asProblem } from '#platform/web/api';
import { defineMessages, useLocale, usePick, useText } from '#platform/web/i18n';
import {
  Button,
  ButtonLink,
  Card,
  Empty,
  ErrorSummary,
  type FormError,
  List,
  ListRow,
  Notice,
  Skeleton,
  StatusTag,
  TextField,
} from '#platform/web/kit';
import { Page } from '../shell/Page.tsx';
import { hrefOf, navigate } from '../shell/router.ts';
import { cases } from './clients.ts';
import { follow, RESIDENT, stateWord, useMyReports } from './my-reports.ts';
import { useOutbox } from '#platform/web/outbox';

const messages = defineMessages({
  zh: {
    title: '我的进度',
    mine: '这部手机上报的',
    none: '这部手机还没有上报过',
    noneNote: '在别的手机或电话里报的，可以在下面用受理编号查。',
    find: '按编号查',
    number: '受理编号',
    numberHint: '如 261122-48213-90721',
    code: '查询码',
    codeHint: '在提交成功的页面上，8 位',
    look: '查进度',
    numberMissing: '请填写受理编号。',
    codeMissing: '请填写查询码。',
    report: '去报事',
    unsent: '{n} 件还没发出。联网后会自动发送，请不要清除浏览器数据。',
    now: '立即发送',
  },
  en: {
    title: 'My reports',
    mine: 'From this phone',
    none: 'Nothing was reported from this phone yet',
    noneNote: 'What you reported elsewhere can be found below by its number.',
    find: 'Find by number',
    number: 'Number',
    numberHint: 'Such as 261122-48213-90721',
    code: 'Query code',
    codeHint: 'Eight letters, on the page shown after sending',
    look: 'See progress',
    numberMissing: 'Please enter the number.',
    codeMissing: 'Please enter the query code.',
    report: 'Report something',
    unsent: '{n} not sent yet. They go out by themselves with a connection; please do not clear the browser’s data.',
    now: 'Send now',
  },
});

/** 2611224821390721 and 261122 48213 90721 mean the number as it is printed. */
const tidyNumber = (typed: string): string => {
  const digits = typed
    .replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\D/g, '');
  return digits.length === 16 ? `${digits.slice(0, 6)}-${digits.slice(6, 11)}-${digits.slice(11)}` : typed.trim();
};
/** I and L are read as 1, O as 0, as the alphabet of the code knows neither. */
const tidyCode = (typed: string): string =>
  typed.trim().toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

export default function ProgressListPage() {
  const t = useText(messages);
  const pick = usePick();
  const locale = useLocale();
  const { ready, reports, unsent } = useMyReports();
  const { outbox } = useOutbox(RESIDENT);
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const attempt = useRef(0);
  const find = useMutation({
    mutationFn: (query: { number: string; queryCode: string }) => cases.seeProgress({ body: query }),
    onSuccess: async (view, query) => {
      await follow({ ...query, title: view.title });
      navigate(`/progress/${view.number}`);
    },
    onError: (error) => {
      attempt.current++;
      setErrors([{ id: 'number', text: asProblem(error).sentence[locale] }]);
    },
  });
  const look = () => {
    const found = [
      ...(number.trim() ? [] : [{ id: 'number', text: t('numberMissing') }]),
      ...(code.trim() ? [] : [{ id: 'code', text: t('codeMissing') }]),
    ];
    setErrors(found);
    if (found.length > 0) attempt.current++;
    else find.mutate({ number: tidyNumber(number), queryCode: tidyCode(code) });
  };
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.text;
  return (
    <Page title={t('title')} back="/">
      {unsent > 0 ? (
        <Notice tone="soon" icon="cloudOff">
          <p>{t('unsent', { n: unsent })}</p>
          <Button icon="send" onClick={() => void outbox?.hurry()}>
            {t('now')}
          </Button>
        </Notice>
      ) : null}
      {!ready ? (
        <Skeleton />
      ) : reports.length === 0 ? (
        <Card>
          <Empty title={t('none')} action={<ButtonLink href={hrefOf('/report')}>{t('report')}</ButtonLink>}>
            {t('noneNote')}
          </Empty>
        </Card>
      ) : (
        <section>
          <h2 className="m-sub">{t('mine')}</h2>
          <List label={t('mine')}>
            {reports.map((report) => {
              const word = stateWord(report);
              return (
                <ListRow
                  key={report.key}
                  href={hrefOf(report.href)}
                  title={report.title}
                  note={
                    <>
                      {report.number}
                      <span className="m-row-tags">
                        <StatusTag tone={word.tone}>{pick(word.text)}</StatusTag>
                      </span>
                    </>
                  }
                />
              );
            })}
          </List>
        </section>
      )}
      <Card title={t('find')}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            look();
          }}
        >
          <ErrorSummary errors={errors} attempt={attempt.current} />
          <TextField
            id="number"
            label={t('number')}
            hint={t('numberHint')}
            error={errorOf('number')}
            required
            inputMode="numeric"
            autoComplete="off"
            maxLength={30}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <TextField
            id="code"
            label={t('code')}
            hint={t('codeHint')}
            error={errorOf('code')}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={16}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <div className="lf-form-foot">
            <Button type="submit" icon="search" busy={find.isPending}>
              {t('look')}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  );
}
