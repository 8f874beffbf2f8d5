import { fill, type Label, label, type Locale } from '#kernel/label';
import { reaches, type Sensitivity } from '#kernel/sensitivity';
import type { NoticeTemplate, NoticeValues, OutsideChannel } from './template.ts';

/** What is told to whoever may not see the matter itself. */
export const discreet = {
  title: label('有一条需要查看的消息', 'There is something to see'),
  text: label('请登录系统，在有权限的岗位上查看。', 'Please sign in with a post that may see it.'),
} as const;

const inLocale = (values: NoticeValues, locale: Locale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : String(value)]),
  );

const filled = (text: Label, values: NoticeValues): Label =>
  label(fill(text.zh, inLocale(values, 'zh')), fill(text.en, inLocale(values, 'en')));

/** Holes of these kinds become dots: what whoever tends the queue reads. */
const masked = (template: NoticeTemplate, values: NoticeValues): NoticeValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, template.holes[name] === 'plain' ? value : '●●●']),
  );

export interface ReadText {
  readonly title: Label;
  readonly text: Label;
}

/** The message as its receiver reads it in the house. @param sees false: he may not see what it is about */
export const renderInside = (template: NoticeTemplate, values: NoticeValues, sees: boolean): ReadText =>
  sees ? { title: filled(template.title, values), text: filled(template.text, values) } : discreet;

/** A sensitive matter leaves the house only as the hint that there is something. */
const outsideText = (template: NoticeTemplate, channel: OutsideChannel, sensitivity: Sensitivity): Label => {
  if (!reaches('internal', sensitivity))
    return label(`${discreet.title.zh}。${discreet.text.zh}`, `${discreet.title.en}. ${discreet.text.en}`);
  return (channel === 'sms' ? template.sms : undefined) ?? template.text;
};

export interface OutgoingText {
  readonly subject: string;
  readonly text: string;
}

/** The message as it goes out. @param signature such as 【青羊区里坊】, before a short message as carriers want it */
export const renderOutside = (
  template: NoticeTemplate,
  values: NoticeValues,
  how: {
    readonly channel: OutsideChannel;
    readonly locale: Locale;
    readonly sensitivity: Sensitivity;
    readonly signature: string;
    /** Personal and secret holes are shown as dots. */
    readonly masked?: boolean;
  },
): OutgoingText => {
  const { channel, locale, sensitivity } = how;
  const shown = inLocale(how.masked ? masked(template, values) : values, locale);
  const said = fill(outsideText(template, channel, sensitivity)[locale], shown);
  const subject = reaches('internal', sensitivity) ? (template.subject ?? template.title) : discreet.title;
  return {
    subject: fill(subject[locale], shown),
    text: channel === 'sms' ? `${how.signature}${said}` : said,
  };
};
