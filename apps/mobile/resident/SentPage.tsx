import { defineMessages, useFormats, useLocale, useNow, usePick, useText } from '#platform/web/i18n';
import { Button, ButtonLink, Card, Icon, Notice, Skeleton, toast } from '#platform/web/kit';
import type { Command } from '#platform/web/outbox';
import { useOutbox } from '#platform/web/outbox';
import { Page } from '../shell/Page.tsx';
import { hrefOf, navigate } from '../shell/router.ts';
import { usePlaybooks } from '#engines/case/web';
import { queryCodeOf, receiptOf, RESIDENT } from './my-reports.ts';
import { draftKey, newDraft, questionsAt } from './report/report-draft.ts';
import { valuesOfReport } from './report/values-of-report.ts';

const messages = defineMessages({
  zh: {
    title: '上报结果',
    received: '已收到',
    kept: '已存在手机里',
    keptNote: '还没有发出。联网后会自动发送，请不要清除浏览器数据。',
    sending: '正在发送',
    number: '受理编号',
    code: '查询码',
    keep: '凭受理编号和查询码，在任何手机上都能查进度。这部手机会自动记住。',
    next: '接下来',
    one: '社区或网格员会先核实，并在「我的进度」里告诉您受理情况。',
    two: '派给负责的单位办理，每一步都看得到。',
    three: '办完由另外的人核查，再请您评价；不满意会重新办理。',
    progress: '看进度',
    again: '再报一件',
    home: '回首页',
    now: '立即发送',
    mend: '修改后重发',
    refused: '没有发送成功',
    copied: '已复制',
    copy: '复制编号和查询码',
    missing: '这部手机上没有这次上报的记录。',
    at: '{when} 收到',
  },
  en: {
    title: 'Your report',
    received: 'Received',
    kept: 'Kept on this phone',
    keptNote: 'It is not sent yet. It goes out by itself with a connection; please do not clear the browser’s data.',
    sending: 'Sending',
    number: 'Number',
    code: 'Query code',
    keep: 'With number and query code the progress opens on any phone. This phone remembers them.',
    next: 'What happens next',
    one: 'The community or the grid worker checks it first; you see in “My reports” that it is accepted.',
    two: 'It goes to the body in charge; every step can be seen.',
    three: 'Someone else checks the result, then you are asked. If you are dissatisfied it is opened again.',
    progress: 'See progress',
    again: 'Report another',
    home: 'First page',
    now: 'Send now',
    mend: 'Mend and send again',
    refused: 'It was not accepted',
    copied: 'Copied',
    copy: 'Copy number and code',
    missing: 'This phone has no record of that report.',
    at: 'Received {when}',
  },
});

const Codes = ({ command }: { command: Command }) => {
  const t = useText(messages);
  const receipt = receiptOf(command);
  const code = queryCodeOf(command);
  return (
    <Card>
      <dl className="lf-stack">
        {receipt ? (
          <div className="m-code">
            <dt>{t('number')}</dt>
            <dd>{receipt.number}</dd>
          </div>
        ) : null}
        <div className="m-code">
          <dt>{t('code')}</dt>
          <dd>{code}</dd>
        </div>
      </dl>
      <p className="lf-hint">{t('keep')}</p>
      {receipt && navigator.clipboard ? (
        <Button
          look="quiet"
          icon="copy"
          onClick={() =>
            void navigator.clipboard
              .writeText(`${t('number')} ${receipt.number} ${t('code')} ${code}`)
              .then(() => toast(t('copied')))
          }
        >
          {t('copy')}
        </Button>
      ) : null}
    </Card>
  );
};

/** The receipt, at once; without a line it says honestly that the phone still has the report. */
export default function SentPage({ id }: { id: string }) {
  const t = useText(messages);
  const pick = usePick();
  const locale = useLocale();
  const formats = useFormats();
  const now = useNow();
  const { outbox, drafts, commands, ready } = useOutbox(RESIDENT);
  const { known } = usePlaybooks('resident');
  const command = commands.find((one) => one.id === id);
  if (!ready)
    return (
      <Page title={t('title')} back="/">
        <Skeleton />
      </Page>
    );
  if (!command)
    return (
      <Page title={t('title')} back="/">
        <Notice>{t('missing')}</Notice>
        <ButtonLink href={hrefOf('/progress')}>{t('progress')}</ButtonLink>
      </Page>
    );

  const receipt = receiptOf(command);
  const mend = async () => {
    const { plate, values, playbook } = valuesOfReport(command);
    const service = known?.findPlaybook(playbook)?.quick ? undefined : playbook;
    drafts?.save(
      draftKey(service),
      { ...newDraft(plate), values },
      command.files.map((file) => file.id),
    );
    await drafts?.settled();
    await outbox?.remove(command.id);
    navigate(`${questionsAt(service)}/check`, { replace: true });
  };
  if (command.state === 'refused')
    return (
      <Page
        title={t('title')}
        back="/"
        foot={
          <Button look="primary" icon="edit" onClick={() => void mend()}>
            {t('mend')}
          </Button>
        }
      >
        <Card title={t('refused')}>
          <p>{command.problem?.sentence[locale]}</p>
        </Card>
      </Page>
    );
  const progress = receipt ? `/progress/${receipt.number}` : '/progress';
  return (
    <Page
      title={t('title')}
      back="/"
      foot={
        <>
          <ButtonLink look="primary" icon="list" href={hrefOf(progress)}>
            {t('progress')}
          </ButtonLink>
          <div className="m-foot-row">
            <ButtonLink href={hrefOf('/report')}>{t('again')}</ButtonLink>
            <ButtonLink href={hrefOf('/')}>{t('home')}</ButtonLink>
          </div>
        </>
      }
    >
      {receipt ? (
        <div className="m-receipt" role="status">
          <Icon name="checkCircle" size="3.5rem" />
          <strong>{t('received')}</strong>
          <span>{command.title}</span>
          <span className="lf-hint">
            {t('at', { when: formats.moment(receipt.receivedAt, now) })} · {pick(receipt.shown)}
          </span>
        </div>
      ) : (
        <div className="m-receipt m-receipt-waiting" role="status">
          <Icon name={command.state === 'sending' ? 'send' : 'cloudOff'} size="3.5rem" />
          <strong>{t(command.state === 'sending' ? 'sending' : 'kept')}</strong>
          <span>{command.title}</span>
          {command.state === 'sending' ? null : <p className="lf-hint">{t('keptNote')}</p>}
          {command.state === 'waiting' ? (
            <Button icon="send" onClick={() => void outbox?.hurry()}>
              {t('now')}
            </Button>
          ) : null}
        </div>
      )}
      <Codes command={command} />
      <Card title={t('next')}>
        <ol className="m-next">
          <li>{t('one')}</li>
          <li>{t('two')}</li>
          <li>{t('three')}</li>
        </ol>
      </Card>
    </Page>
  );
}
