import type { LoadContext, SectionChecker } from '#kernel/pack-loader';
import type { DateText } from '#kernel/instant';

/** A line of business (业务线). Pack data, section `businessLines`: S089, S107. */
export interface BusinessLine {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Codes of categories or their classes that belong to it. */
  readonly categories?: readonly string[];
}

/** Approved number of a body for a role, as the table of establishment (编制、职数) has it. */
export interface Approved {
  readonly approved: number;
  /** More that were allowed for a time. */
  readonly over: number;
  readonly overUntil: DateText | null;
}

export interface Staffing {
  readonly approved: number | null;
  readonly filled: number;
  /** Approved and not filled. */
  readonly vacant: number;
  /** Filled beyond the approved number, allowed or not. */
  readonly over: number;
  /** One more may be appointed. */
  readonly mayAdd: boolean;
}

/** Where nothing was approved nothing limits; S074. */
export const staffingOf = (plan: Approved | undefined, filled: number, today: DateText): Staffing => {
  if (!plan) return { approved: null, filled, vacant: 0, over: 0, mayAdd: true };
  const extra = plan.overUntil === null || plan.overUntil >= today ? plan.over : 0;
  return {
    approved: plan.approved,
    filled,
    vacant: Math.max(0, plan.approved - filled),
    over: Math.max(0, filled - plan.approved),
    mayAdd: filled < plan.approved + extra,
  };
};

/**
 * So many people of a role for so many residents (S083: 每万名居民), with the document that says so. Pack data,
 * section `staffRules`; a setting of the district takes its place.
 */
export interface StaffRule {
  readonly id: string;
  readonly role: string;
  readonly people: number;
  readonly residents: number;
  readonly source: string;
}

/** How many the rule asks for, rounded up; null where nobody knows how many residents there are. */
export const requiredStaff = (rule: StaffRule, residents: number | null): number | null =>
  residents === null ? null : Math.ceil((residents * rule.people) / rule.residents);

/** What is wrong with a list of rules; null when nothing is. */
export const problemOfStaffRules = (value: unknown): string | null => {
  if (!Array.isArray(value)) return 'a list of {id, role, people, residents, source} is needed';
  const wrong = value.findIndex((one: Partial<StaffRule> | null) => {
    const fits =
      typeof one?.id === 'string' &&
      typeof one.role === 'string' &&
      typeof one.source === 'string' &&
      one.source !== '';
    return !(fits && Number.isFinite(one.people) && Number(one.people) >= 0 && Number(one.residents) > 0);
  });
  return wrong < 0 ? null : `rule ${wrong + 1}: {id, role, people ≥ 0, residents > 0, source} is needed`;
};

/** How much one person carries: S066, S084. */
export interface Load {
  readonly posts: number;
  readonly openCases: number;
  /** Bodies in which the posts are. */
  readonly bodies: number;
}

export interface LoadLimits {
  readonly posts: number;
  readonly openCases: number;
}

/** Above what was set; a warning, not a refusal: small communities have no second person. */
export const overloadOf = (load: Load, limits: LoadLimits): readonly ('posts' | 'openCases')[] => [
  ...(load.posts > limits.posts ? (['posts'] as const) : []),
  ...(load.openCases > limits.openCases ? (['openCases'] as const) : []),
];

/** Checker of the section `businessLines`. @param codesOf codes of all categories */
export const businessLineChecker =
  (codesOf: (context: LoadContext) => ReadonlySet<string>): SectionChecker<BusinessLine> =>
  (lines, context) => {
    const codes = codesOf(context);
    return lines.flatMap((line) =>
      (line.categories ?? []).flatMap((code, index) =>
        codes.has(code)
          ? []
          : [{ id: line.id, path: `categories[${index}]`, message: `no code list has the category ${code}` }],
      ),
    );
  };

/** Checker of the section `staffRules`. */
export const staffRuleChecker = (): SectionChecker<StaffRule> => (rules, context) =>
  rules.flatMap((rule) => {
    const problem = problemOfStaffRules([rule]);
    return [
      ...(problem === null ? [] : [{ id: rule.id, path: '', message: problem }]),
      ...(context.find('roles', rule.role)
        ? []
        : [{ id: rule.id, path: 'role', message: `there is no role ${rule.role}` }]),
    ];
  });
