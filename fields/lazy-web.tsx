import { lazy, Suspense } from 'react';
import { Skeleton } from '#platform/web/kit';
import type { Json } from './field.ts';
import { type FieldWeb, type InputProps, type OutputProps, webOf } from './field-web.tsx';

/** Web parts that come when a form has such a field: the page that a plate opens need not carry them. */
export const lazyWeb = <Value extends Json>(load: () => Promise<FieldWeb<Value>>, group?: true): FieldWeb => {
  const Input = lazy(async () => ({ default: (await load()).Input }));
  const Output = lazy(async () => ({ default: (await load()).Output }));
  const LateInput = (props: InputProps<Value>) => (
    <Suspense fallback={<Skeleton rows={2} card={false} />}>
      <Input {...props} />
    </Suspense>
  );
  const LateOutput = (props: OutputProps<Value>) => (
    <Suspense fallback={<span>{props.text}</span>}>
      <Output {...props} />
    </Suspense>
  );
  return webOf<Value>({ Input: LateInput, Output: LateOutput, ...(group && { group }) });
};
