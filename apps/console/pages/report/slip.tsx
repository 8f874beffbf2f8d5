import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Receipt } from '#engines/case/contract';
import type { FieldContext } from '#fields/field';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Logo } from '#platform/web/kit';
import { useMe } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import { spokenCode } from './query-code.ts';
import { words } from './report-words.ts';
import { OWN, type Written } from './written.ts';

interface SlipProps {
  readonly receipt: Receipt;
  readonly written: Written;
  readonly context: FieldContext;
  readonly onAnother: () => void;
}

/** The receipt in large type, for the hand of the one who asked. */
export const Slip = ({ receipt, written, context, onAnother }: SlipProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const me = useMe();
  const navigate = useNavigate();
  const { playbook, values, caller, queryCode } = written;
  const category = context.codeList(playbook.categories)?.items.find((item) => item.code === values['category']);
  return (
    <div className="stack">
      <section className="slip" aria-label={t('slipTitle')}>
        <p className="slip-head">
          <Logo size={28} mono />
          <span>{t('slipTitle')}</span>
        </p>
        <dl>
          <div>
            <dt>{t('slipNumber')}</dt>
            <dd className="slip-number">{receipt.number}</dd>
          </div>
          {caller.channel === OWN ? null : (
            <div>
              <dt>{t('slipCode')}</dt>
              <dd className="slip-number">{spokenCode(queryCode)}</dd>
            </div>
          )}
          {category ? (
            <div>
              <dt>{t('slipAbout')}</dt>
              <dd>{pick(category.name)}</dd>
            </div>
          ) : null}
          <div>
            <dt>{t('slipAt')}</dt>
            <dd>{formats.moment(receipt.receivedAt)}</dd>
          </div>
          <div>
            <dt>{t('slipState')}</dt>
            <dd>{pick(receipt.shown)}</dd>
          </div>
        </dl>
        {caller.channel === OWN ? null : <p>{t('slipHow', { address: `${globalThis.location.origin}/m/` })}</p>}
        {me.demo ? <p>{t('demo')}</p> : null}
      </section>
      <div className="form-buttons no-print">
        <Button size="large" icon={<icons.Print />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button size="large" onClick={() => void navigate({ to: '/cases/$id', params: { id: receipt.id } })}>
          {t('open')}
        </Button>
        <Button type="primary" size="large" onClick={onAnother}>
          {t('another')}
        </Button>
      </div>
    </div>
  );
};
