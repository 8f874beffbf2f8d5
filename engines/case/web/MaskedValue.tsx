import { useEffect, useId, useState } from 'react';
import { asProblem } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, ChoiceChips, Dialog, FormRow, Icon, Input, Notice, toast } from '#platform/web/kit';
import './case.css';

const messages = defineMessages({
  zh: {
    look: '查看',
    call: '查看并拨打',
    title: '查看个人信息',
    note: '查看会记入审计：何人、何时、查看了哪一项、为什么。',
    why: '为什么需要查看？',
    ask: '回电核实情况',
    tell: '告知办理结果',
    visit: '上门前联系',
    other: '其他',
    words: '请写明原因',
    cancel: '取消',
    hides: '{seconds} 秒后隐藏',
    hide: '现在隐藏',
    left: '今天还可查看 {left} 次',
    shown: '已显示',
  },
  en: {
    look: 'Show',
    call: 'Show and call',
    title: 'Look at personal information',
    note: 'The look goes on record: who, when, at what, and why.',
    why: 'Why do you need it?',
    ask: 'To call back and check',
    tell: 'To tell the result',
    visit: 'To announce a visit',
    other: 'Other',
    words: 'Please say why',
    cancel: 'Cancel',
    hides: 'hidden in {seconds} s',
    hide: 'Hide now',
    left: '{left} looks left today',
    shown: 'Shown',
  },
});

/** Asks the server for one value in clear. */
export type Reveal = (field: string, reason: string) => Promise<{ readonly value: string; readonly left: number }>;

/** Seconds that a value stays in clear. */
const shownFor = 60;
const fewLeft = 10;
const reasons = ['ask', 'tell', 'visit', 'other'] as const;

/** What can be rung, whatever field it stands in: a mobile, a land line; an identity number is longer. */
const isRung = (value: string): boolean => /^\+?\d[\d-]{5,14}$/.test(value);

/** A value as its mask, until somebody asks to see it and says why; for a minute, then masked again. */
export const MaskedValue = ({
  mask,
  phone,
  reveal,
}: {
  mask: string;
  phone: boolean;
  reveal: (reason: string) => Promise<{ readonly value: string; readonly left: number }>;
}) => {
  const t = useText(messages);
  const [asking, setAsking] = useState(false);
  const [clear, setClear] = useState<{ readonly value: string; readonly until: number }>();
  const [seconds, setSeconds] = useState(shownFor);
  useEffect(() => {
    if (!clear) return;
    const tick = (): void => {
      const rest = Math.ceil((clear.until - Date.now()) / 1000);
      setSeconds(rest);
      if (rest <= 0) setClear(undefined);
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [clear]);
  if (clear)
    return (
      <span className="case-masked">
        {isRung(clear.value) ? (
          <a className="lf-inline-link" href={`tel:${clear.value.replace(/[^+\d]/g, '')}`}>
            <Icon name="phone" />
            {clear.value}
          </a>
        ) : (
          <strong>{clear.value}</strong>
        )}
        <small className="case-masked-note">{t('hides', { seconds })}</small>
        <button type="button" className="case-reveal" onClick={() => setClear(undefined)}>
          {t('hide')}
        </button>
      </span>
    );
  return (
    <span className="case-masked">
      <span>{mask}</span>
      <button type="button" className="case-reveal no-print" onClick={() => setAsking(true)}>
        {phone ? t('call') : t('look')}
      </button>
      {asking ? (
        <AskWhy
          onClose={() => setAsking(false)}
          ask={async (reason) => {
            const { value, left } = await reveal(reason);
            setAsking(false);
            setClear({ value, until: Date.now() + shownFor * 1000 });
            if (left < fewLeft) toast(t('left', { left }), 'primary');
          }}
        />
      ) : null}
    </span>
  );
};

const AskWhy = ({ onClose, ask }: { onClose: () => void; ask: (reason: string) => Promise<void> }) => {
  const t = useText(messages);
  const pick = usePick();
  const id = useId();
  const [why, setWhy] = useState<(typeof reasons)[number]>('ask');
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const missing = why === 'other' && words.trim().length < 2;
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await ask(why === 'other' ? words.trim() : t(why));
    } catch (error) {
      setProblem(pick(asProblem(error).sentence));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={busy} disabled={missing} onClick={() => void send()}>
            {t('look')}
          </Button>
        </>
      }
    >
      <div className="lf-stack">
        <p>{t('note')}</p>
        <FormRow id={`${id}-why`} label={t('why')} group required>
          <ChoiceChips
            choices={reasons.map((value) => ({ value, label: t(value) }))}
            value={[why]}
            onChange={([value]) => setWhy(reasons.find((one) => one === value) ?? 'ask')}
          />
        </FormRow>
        {why === 'other' ? (
          <FormRow id={`${id}-words`} label={t('words')} required>
            <Input
              id={`${id}-words`}
              value={words}
              maxLength={100}
              onChange={(event) => setWords(event.target.value)}
            />
          </FormRow>
        ) : null}
        {problem ? (
          <Notice tone="overdue" icon="alert">
            {problem}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
};
