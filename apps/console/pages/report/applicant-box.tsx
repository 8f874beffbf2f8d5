import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Playbook } from '#engines/case/model';
import type { Json } from '#fields/field';
import type { Form } from '#fields/web';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { TextField } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useMay, useMe } from '../../app/session.ts';
import { Panel } from '../../parts/page.tsx';
import { words } from './report-words.ts';

interface ApplicantBoxProps {
  readonly playbook: Playbook;
  readonly form: Form;
}

/** 一号申请: the number is given once; earlier applications are one list, and what was said before need not be typed again. */
export const ApplicantBox = ({ playbook, form }: ApplicantBoxProps) => {
  const may = useMay();
  const identifies = playbook.fields.find((field) => field.identifies);
  return identifies && may('applicant.find') ? <Search playbook={playbook} form={form} field={identifies.id} /> : null;
};

const Search = ({ playbook, form, field }: ApplicantBoxProps & { field: string }) => {
  const t = useText(words);
  const pick = usePick();
  const me = useMe();
  const [number, setNumber] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [taken, setTaken] = useState(0);
  const district = me.posts[0]?.district;
  const find = useMutation({
    mutationFn: () =>
      cases.findApplicant({
        body: { district: district ?? '', number: number.trim(), purpose: 'apply', reuse: agreed },
      }),
    onSuccess: ({ own }) => {
      form.set(field, number.trim());
      const fitting = own.filter((one) =>
        playbook.fields.some((asked) => asked.id === one.field && asked.type === one.type),
      );
      for (const one of fitting) form.set(one.field, one.value as Json);
      setTaken(fitting.length);
    },
  });
  return (
    <Panel title={t('applicant')}>
      <form
        className="report-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim().length >= 5 && district !== undefined) find.mutate();
        }}
      >
        <TextField
          label={t('applicantNumber')}
          hint={t('applicantHint')}
          maxLength={30}
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
          {t('applicantAgreed')}
        </Checkbox>
        <Button htmlType="submit" loading={find.isPending} disabled={number.trim().length < 5}>
          {t('applicantFind')}
        </Button>
      </form>
      <div role="status">
        {find.isError ? <p className="applicant-note">{pick(asProblem(find.error).sentence)}</p> : null}
        {find.data ? (
          <p className="applicant-note">
            {find.data.matters.length > 0 ? t('applicantFound', { n: find.data.matters.length }) : t('applicantNone')}
            {agreed && taken > 0 ? t('applicantTaken', { n: taken }) : ''}
          </p>
        ) : null}
      </div>
      {find.data && find.data.matters.length > 0 ? (
        <ul className="applicant-matters">
          {find.data.matters.map((one) => (
            <li key={one.id}>
              <Link to="/cases/$id" params={{ id: one.id }} target="_blank">
                {one.title}
              </Link>
              <span>
                {one.number} · {pick(one.stageName)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
};
