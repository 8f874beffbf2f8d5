import type { Json } from '#fields/field';
import type { EffectOrder, Values } from './events.ts';
import { holds, type Scope, valueOf } from './expressions.ts';
import type { ChildOrder, Effect } from './playbook.ts';

/** What a step orders in other rooms, with every value computed; effects that await their engine order nothing. */
export const effectOrders = (
  effects: readonly Effect[] | undefined,
  scope: Scope,
  form: Values,
): readonly EffectOrder[] =>
  (effects ?? []).flatMap((effect): readonly EffectOrder[] => {
    switch (effect.effect) {
      case 'notice.send':
        return [
          {
            effect: 'notice.send',
            template: effect.template,
            to: effect.to,
            values: Object.fromEntries(
              Object.entries(effect.values ?? {}).map(([hole, text]) => [hole, String(valueOf(text, scope) ?? '')]),
            ),
          },
        ];
      case 'case.open':
        return childOrders(effect, scope, form);
      default:
        return [];
    }
  });

const childOrders = (order: ChildOrder, scope: Scope, form: Values): readonly EffectOrder[] => {
  const rows: readonly Json[] =
    order.each === undefined ? [null] : asRows(form[order.each] ?? asObject(scope['data'])[order.each]);
  return rows.flatMap((row): readonly EffectOrder[] => {
    const seen: Scope = { ...scope, row };
    const category = valueOf(order.category, seen);
    if (!holds(order.when, seen) || typeof category !== 'string') return [];
    const values: Record<string, Json> = {};
    for (const [field, text] of Object.entries(order.values ?? {})) {
      const value = valueOf(text, seen);
      if (value !== undefined && value !== null) values[field] = value;
    }
    const named = Object.values(values).find((value) => typeof value === 'string');
    return [
      {
        effect: 'case.open',
        playbook: order.playbook,
        category,
        values,
        name: typeof named === 'string' ? named.slice(0, 60) : category,
        ...(order.eachBelow !== undefined && { eachBelow: order.eachBelow }),
        ...(order.apart && { apart: true as const }),
      },
    ];
  });
};

const asRows = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const asObject = (value: Json | undefined): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {};
