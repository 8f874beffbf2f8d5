import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DomainError } from '#kernel/domain-error';
import { type PasswordPolicy, type PasswordProfile, passwordPolicies } from '#engines/organisation/model';
import { commonPasswords } from './common-passwords.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { createPasswordRules } from './password-rules.ts';

const places = new Map([
  ['44.03.10.', '坪山区（示范）'],
  ['44.03.10.001.', '龙田街道'],
  ['44.03.10.001.001.', '老坑社区'],
]);
const rulesOf = (profile: PasswordProfile) =>
  createPasswordRules(
    { sql: null as never },
    { namesOf: async (paths) => new Map([...places].filter(([path]) => paths.includes(path))) },
    { passwords: async (): Promise<PasswordPolicy> => passwordPolicies[profile], factorRequired: async () => true },
  );
const about = {
  account: 'liming',
  name: '李明',
  phone: '13812345678',
  places: ['44.03.10.001.001.'],
};
const outcomeOf = async (profile: PasswordProfile, password: string): Promise<string> =>
  rulesOf(profile)
    .assertGood(password, about)
    .then(
      () => 'taken',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );

/** What people really choose, some of each kind. */
const bad = [
  'short1A',
  '1234567890',
  '0987654321',
  '1111111111',
  'aaaaaaaaaaaa',
  'abcdefghijkl',
  'qwertyuiop',
  'Qwertyuiop123',
  '1qaz2wsx3edc',
  '1q2w3e4r5t6y',
  'asdfghjkl;123',
  'zxcvbnm,./123',
  'Password123!',
  'P@ssw0rd2026',
  'P@ssw0rd1234',
  'passwordpassword',
  'administrator1',
  'Admin@2026!!',
  'letmein12345',
  'Welcome@2026',
  'iloveyou1314',
  'Woaini5201314',
  'woaini1314520',
  'Sunshine2026!',
  'Football1990.',
  'dragon123456',
  'Lifang@2026',
  'Lifang123456!',
  'lifangshequ01',
  'Longtian@2026',
  'Longtianjiedao1',
  'Laokeng#1234',
  'laokengshequ8',
  'Pingshan2026!',
  'pingshanqu123',
  'Wangge@12345',
  'wanggeyuan666',
  'Jiedao888888!',
  'Shequ20260101',
  'liming123456',
  'LiMing@1990',
  'Mingli!19900101',
  '13812345678',
  'Ming13812345678',
  '12345678lm!!',
  '1990-01-01',
  '1990年01月01日',
  '20261122!Aa',
  '李明李明李明李明李明',
  '老坑社区网格员密码',
  '里坊街道社区密码123',
];

for (const profile of ['db3', 'asvs'] as const) {
  test(`security 4: bad passwords are refused under ${profile}`, async () => {
    assert.ok(bad.length >= 50);
    for (const password of bad)
      assert.match(await outcomeOf(profile, password), /^password\.(short|guessable)$/, `${password} was taken`);
  });

  test(`security 3: nobody is refused for length up to 200 characters of any script, under ${profile}`, async () => {
    for (const password of [
      'Copper-lantern-bridge-7',
      'Tk7#vq2!Zm9p',
      '  Seven paper cranes, 3 of them blue  ',
      `${'Ab1-天地玄黄宇宙洪荒 '.repeat(5)}z`,
      '三只灯笼挂在老桥东边Ok9',
    ])
      assert.equal(await outcomeOf(profile, password), 'taken', password);
  });
}

test('security 5: composition is asked for by db3 and by it alone', async () => {
  for (const password of ['copper-lantern-bridge', '三只灯笼挂在老桥东边']) {
    assert.equal(await outcomeOf('db3', password), 'password.classes');
    assert.equal(await outcomeOf('asvs', password), 'taken');
  }
  assert.deepEqual(
    [passwordPolicies.db3, passwordPolicies.asvs].map(({ days, past }) => [days, past]),
    [
      [90, 5],
      [null, 0],
    ],
  );
});

test('security 4: the offline list holds the most used passwords of published leaks', async () => {
  const list = await commonPasswords();
  assert.ok(list.size >= 10_000, `${list.size} entries`);
  for (const one of ['123456', 'qwertyuiop', 'trustno1']) assert.ok(list.has(one), one);
});

test('security 3: a password of any characters is never cut: with one more or one less it is another', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 10, maxLength: 90 });
  await fc.assert(
    fc.asyncProperty(text, fc.nat(), async (password, seed) => {
      const letters = [...password.normalize('NFKC')];
      const stored = await hashPassword(password);
      assert.ok((await verifyPassword(password, stored)).right);
      const at = seed % letters.length;
      const without = letters.filter((_, index) => index !== at).join('');
      if (without.normalize('NFKC') !== password.normalize('NFKC'))
        assert.ok(!(await verifyPassword(without, stored)).right, 'one character less is taken');
      assert.ok(!(await verifyPassword(`${password}x`, stored)).right, 'one character more is taken');
    }),
    { numRuns: 6 },
  );
});

test('security 3: length is counted in characters as people see code points, and the same under both profiles', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 9 }), async (password) => {
      if ([...password].length >= 10) return;
      assert.equal(await outcomeOf('db3', password), 'password.short');
      assert.equal(await outcomeOf('asvs', password), 'password.short');
    }),
  );
});

test('security 3: random characters of three kinds are taken under both profiles, from 10 to 200 of them', async () => {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789#%&*+=?~'.split('');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...letters), { minLength: 24, maxLength: 200 }).map((list) => `${list.join('')}xQ7`),
      async (password) => {
        assert.equal(await outcomeOf('asvs', password), await outcomeOf('db3', password));
        if (new Set(password).size > 16) assert.equal(await outcomeOf('db3', password), 'taken', password);
      },
    ),
    { numRuns: 200 },
  );
});
