import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { placeFields, reportFields } from '#engines/case/web';
import type { FieldContext } from '#fields/field';
import { FieldValue } from '#fields/web';
import type { ApiProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Facts, Notice } from '#platform/web/kit';
import { territory } from '../../app/clients.ts';
import { useMe } from '../../app/session.ts';
import { Panel } from '../../parts/page.tsx';
import { words } from './report-words.ts';
import { OWN, type Written } from './written.ts';

interface ReadBackProps {
  readonly written: Written;
  readonly context: FieldContext;
  readonly busy: boolean;
  readonly problem?: ApiProblem | undefined;
  readonly onEdit: () => void;
  readonly onSend: () => void;
}

/** What will be sent, in large type, to be read aloud; it goes when the other side has confirmed. */
export const ReadBack = ({ written, context, busy, problem, onEdit, onSend }: ReadBackProps) => {
  const t = useText(words);
  const pick = usePick();
  const me = useMe();
  const [confirmed, setConfirmed] = useState(false);
  const { caller, came, playbook, values } = written;
  const alone = caller.channel === OWN;
  const code = values[placeFields.code.id];
  const place = useQuery({
    queryKey: ['territory', 'detail', code],
    queryFn: () => territory.getTerritory({ params: { code: String(code) } }),
    enabled: typeof code === 'string',
    staleTime: 60_000,
  });
  // A code is nothing to read aloud: the names from the street down are.
  const placeName = place.data?.trail
    .filter((node) => me.posts.some((post) => node.code.length > post.district.length))
    .map((node) => node.name)
    .join(' ');
  return (
    <Panel title={t('checkTitle')} className="read-back">
      {alone ? null : <p className="quiet">{t('checkLead')}</p>}
      <div className="read-back-facts">
        <Facts
          facts={[
            { name: t('channel'), value: came ? pick(came) : t('own') },
            ...(alone
              ? []
              : [
                  { name: t('name'), value: caller.name },
                  ...(caller.phone ? [{ name: t('phoneNumber'), value: caller.phone }] : []),
                ]),
            ...reportFields(playbook).flatMap((field) => {
              const value = values[field.id];
              if (value === undefined || value === null || value === '') return [];
              const text = field.id === placeFields.code.id ? placeName : undefined;
              return {
                key: field.id,
                name: pick(field.name),
                value: <FieldValue field={field} value={value} text={text} context={context} />,
              };
            }),
          ]}
        />
      </div>
      {problem ? (
        <div role="alert">
          <Notice tone="overdue" icon="alert">
            <p>{pick(problem.sentence)}</p>
            {problem.fields.map((one) => (
              <p key={one.field}>{pick(one.message)}</p>
            ))}
          </Notice>
        </div>
      ) : null}
      {alone ? null : (
        <p>
          <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
            {t('confirm')}
          </Checkbox>
        </p>
      )}
      <div className="form-buttons">
        <Button size="large" onClick={onEdit}>
          {t('edit')}
        </Button>
        <Button type="primary" size="large" loading={busy} disabled={!alone && !confirmed} onClick={onSend}>
          {t('send')}
        </Button>
      </div>
    </Panel>
  );
};
