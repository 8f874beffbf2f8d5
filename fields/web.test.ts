import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fieldTypes } from './field-types.ts';

test('every field type has an input and an output, and nothing else has', () => {
  const source = readFileSync(new URL('./registry.tsx', import.meta.url), 'utf8');
  const drawn = [
    ...source.slice(source.indexOf('fieldWebs')).matchAll(/^ {2}'?([a-z-]+)'?: (?:webOf|lazyWeb)[<(]/gm),
  ].map(([, id]) => id);
  assert.deepEqual(drawn.toSorted(), [...fieldTypes.keys()].toSorted());
});
