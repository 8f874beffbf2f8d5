import type { Label, Locale } from '#kernel/label';
import type { DefinitionProblem, SectionChecker } from '#kernel/pack-loader';
import { rankOf, sensitivities } from '#kernel/sensitivity';
import { holesOf, type NoticeTemplate } from './template.ts';

const locales: readonly Locale[] = ['zh', 'en'];
const kinds: readonly string[] = ['plain', 'personal', 'secret'];
/** Characters of a short message with room for a signature: two parts of 67 at most. */
const longestSms = 120;

const problemsOfTemplate = (template: NoticeTemplate): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const say = (path: string, message: string): void => {
    problems.push({ id: template.id, path, message });
  };
  const holes = template.holes ?? {};
  const label = template.sensitivity ?? 'internal';
  if (!sensitivities.includes(label)) say('sensitivity', `there is no label ${label}`);
  const discreet = sensitivities.includes(label) && rankOf(label) >= rankOf('sensitive');
  const used = new Set<string>();

  const checkText = (path: string, text: Label | undefined, allowed: (hole: string) => string | null): void => {
    for (const locale of locales) {
      if (!text?.[locale]?.trim()) say(`${path}.${locale}`, 'a text is needed in zh and in en');
      for (const hole of holesOf(text?.[locale] ?? '')) {
        used.add(hole);
        const wrong = Object.hasOwn(holes, hole) ? allowed(hole) : `{${hole}} is not declared among the holes`;
        if (wrong) say(`${path}.${locale}`, wrong);
      }
    }
    if (text?.zh && text.en && [...holesOf(text.zh)].sort().join() !== [...holesOf(text.en)].sort().join())
      say(path, 'zh and en do not have the same holes');
  };

  const noSecretOutside = (hole: string): string | null =>
    holes[hole] === 'secret' && !template.sms
      ? `{${hole}} is a secret: it belongs into a short message, not into a list that stays`
      : null;
  checkText('title', template.title, (hole) =>
    holes[hole] === 'plain' ? null : `{${hole}} is ${holes[hole]}: a title shows on closed screens`,
  );
  checkText('text', template.text, noSecretOutside);
  if (template.sms) {
    checkText('sms', template.sms, (hole) => {
      if (discreet) return `a ${label} short message says only that there is something to see, so it has no {${hole}}`;
      if (holes[hole] !== 'personal' || template.smsMayCarry?.[hole]?.trim()) return null;
      return `{${hole}} is personal and would leave the house; say in smsMayCarry why it must, or leave it out`;
    });
    for (const locale of locales)
      if ((template.sms[locale] ?? '').length > longestSms)
        say(`sms.${locale}`, `longer than ${longestSms} characters, which costs three messages`);
  }
  if (template.subject)
    checkText('subject', template.subject, (hole) =>
      holes[hole] === 'plain' ? null : `{${hole}} is ${holes[hole]}: a subject is read by every server on the way`,
    );
  for (const [hole, kind] of Object.entries(holes)) {
    if (!kinds.includes(kind)) say(`holes.${hole}`, `${kind} is none of ${kinds.join(', ')}`);
    else if (!used.has(hole)) say(`holes.${hole}`, 'declared, but no text uses it');
    if (kind === 'secret' && !template.goodFor) say('goodFor', `{${hole}} is a secret, so say for how many minutes`);
  }
  for (const hole of Object.keys(template.smsMayCarry ?? {}))
    if (holes[hole] !== 'personal') say(`smsMayCarry.${hole}`, 'is no personal hole');
  for (const key of ['acknowledgeWithin', 'goodFor'] as const) {
    const minutes = template[key];
    if (minutes !== undefined && !(Number.isInteger(minutes) && minutes > 0))
      say(key, 'whole minutes above zero are needed');
  }
  return problems;
};

/** Checker of the section `noticeTemplates`. */
export const noticeTemplateChecker = (): SectionChecker<NoticeTemplate> => (templates) =>
  templates.flatMap(problemsOfTemplate);
