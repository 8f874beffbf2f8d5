import { expressionProblems } from '#kernel/expression';
import { limitProblems } from '#kernel/working-calendar';
import type { CheckContext, PlaybookProblemCode } from './check-playbook.ts';
import type { Limit, Owner } from './playbook.ts';

/** Questions that every part of the checker asks. */
export type Tell = (code: PlaybookProblemCode, where: string, zh: string, en: string) => void;

export const ownerIs = (owner: Owner, where: string, context: CheckContext, tell: Tell): void => {
  if ('role' in owner && !context.roles.has(owner.role)) {
    tell('unknown-role', where, `没有岗位「${owner.role}」。`, `There is no role “${owner.role}”.`);
  }
};

export const expressionIs = (
  text: string | undefined,
  variables: readonly string[],
  where: string,
  tell: Tell,
): void => {
  for (const wrong of text === undefined ? [] : expressionProblems(text, variables)) {
    tell('expression-wrong', where, `表达式「${text}」有误：${wrong}`, `The expression “${text}” is wrong: ${wrong}`);
  }
};

export const limitIs = (limit: Limit, where: string, tell: Tell): void => {
  for (const wrong of limitProblems(limit))
    tell('deadline-unknown', where, `时限有误：${wrong}`, `The limit is wrong: ${wrong}`);
};
