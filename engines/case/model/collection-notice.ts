import { type Label, label } from '#kernel/label';
import type { Field, Privacy } from '#fields/field';
import { wholeName } from '#fields/whole-name';

/**
 * What people are told before they give personal information (个人信息保护法 art. 17, 30, 35: state organs tell it
 * also where no consent is needed). A change of these words is a new version; which one was shown is kept with the
 * report.
 */
export const collectionNotice: {
  readonly version: string;
  readonly head: Label;
  readonly byBasis: Readonly<Record<Privacy['basis'], Label>>;
  readonly rights: Label;
} = {
  version: '2026-11-22',
  head: label('个人信息告知', 'About your personal information'),
  byBasis: {
    duty: label(
      '本区为履行法定职责处理以下信息，只用于所列目的。',
      'The district needs the following to do what the law asks of it, and uses it for nothing else.',
    ),
    consent: label(
      '以下信息由您自愿填写，不填不影响办理；填写即表示同意用于所列目的，可以随时撤回。',
      'What follows is yours to give or not; your matter is handled either way. By filling it in you agree to its use for what is named here, and may withdraw at any time.',
    ),
    contract: label(
      '为向您提供所申请的服务，需要处理以下信息。',
      'The service that you ask for cannot be given without the following.',
    ),
    emergency: label(
      '情况紧急，为保护人身和财产安全处理以下信息。',
      'In an emergency the following is used to protect people and property.',
    ),
  },
  rights: label(
    '信息加密保存，到期删除；您可以凭受理编号和查询码要求查阅、更正或删除。',
    'It is kept encrypted and deleted in time. With your number and query code you may ask to see, correct or delete it.',
  ),
};

export interface NoticeOfFields {
  readonly version: string;
  readonly parts: readonly { readonly basis: Label; readonly fields: readonly Label[] }[];
}

const lineOf = (field: Field, { purpose, retentionMonths }: Privacy): Label => {
  const { zh, en } = wholeName(field);
  return label(
    `${zh}：${purpose.zh}；办结后保存 ${retentionMonths} 个月`,
    `${en}: ${purpose.en}; kept for ${retentionMonths} months after the closing`,
  );
};

/** The notice for a form: per basis what is asked, what for, and how long it stays. Undefined when nothing is personal. */
export const noticeOfFields = (fields: readonly Field[]): NoticeOfFields | undefined => {
  const personal = fields.flatMap((field) => (field.privacy ? [{ field, privacy: field.privacy }] : []));
  const bases = [...new Set(personal.map(({ privacy }) => privacy.basis))];
  if (bases.length === 0) return undefined;
  return {
    version: collectionNotice.version,
    parts: bases.map((basis) => ({
      basis: collectionNotice.byBasis[basis],
      fields: personal
        .filter(({ privacy }) => privacy.basis === basis)
        .map(({ field, privacy }) => lineOf(field, privacy)),
    })),
  };
};
