import assert from 'node:assert/strict';
import { test } from 'node:test';
import { label } from '#kernel/label';
import { isRefusal } from '#kernel/domain-error';
import { checkPacks } from '#kernel/pack-loader';
import {
  bodyKindChecker,
  checkPassword,
  defineBodyKind,
  defineRole,
  mayGrant,
  normaliseAccount,
  permissionsOf,
  type Role,
  roleChecker,
  sessionLimitsOf,
  usualSession,
} from '#engines/organisation/model';

const role = (id: string, permissions: readonly string[], more: Partial<Role> = {}): Role =>
  defineRole({ id, name: label(id, id), level: 'street', permissions, ...more });
const clerk = role('clerk', ['case.read', 'case.act'], { session: { idleMinutes: 240, hours: 12 } });
const reader = role('reader', ['case.read']);
const keeper = role('keeper', ['organisation.edit'], { grants: ['clerk'], session: { idleMinutes: 15, hours: 8 } });
const roles = [clerk, reader, keeper];

test('permissions are those of all roles held; a role that no pack declares gives none', () => {
  assert.deepEqual([...permissionsOf(roles, ['reader', 'keeper', 'ghost'])].sort(), ['case.read', 'organisation.edit']);
  assert.equal(permissionsOf(roles, []).size, 0);
});

test('the strictest sign-in of the roles held counts', () => {
  assert.deepEqual(sessionLimitsOf(roles, ['clerk']), { idleMinutes: 240, hours: 12 });
  assert.deepEqual(sessionLimitsOf(roles, ['clerk', 'keeper']), { idleMinutes: 15, hours: 8 });
  assert.deepEqual(sessionLimitsOf(roles, ['clerk', 'reader']), usualSession);
  assert.deepEqual(sessionLimitsOf(roles, []), usualSession);
});

test('one gives roles that may do no more than oneself, and those that one’s role grants', () => {
  assert.equal(mayGrant(roles, ['clerk'], 'reader'), true);
  assert.equal(mayGrant(roles, ['reader'], 'clerk'), false);
  assert.equal(mayGrant(roles, ['keeper'], 'clerk'), true);
  assert.equal(mayGrant(roles, ['keeper'], 'reader'), false);
  assert.equal(mayGrant(roles, ['keeper'], 'ghost'), false);
  assert.equal(mayGrant(roles, [], 'reader'), false);
});

test('an account is the same however it is typed', () => {
  assert.equal(normaliseAccount('  ＺｈａｎｇSan０１ '), 'zhangsan01');
});

test('guessable passwords are refused, unrelated words are not', () => {
  const known = { account: 'zhangsan', name: '张三', phone: '13812345678' };
  const refused = [
    'short-one',
    'password123',
    'Lifang@2026',
    '1234567890',
    'zhangsan2026',
    '13812345678',
    '张三张三张三张三张三',
    'aaaaaaaaaaaa',
    'qwertyqwerty',
    'admin888888',
    'P@ssw0rd2026',
    '社区网格社区网格12',
  ];
  for (const password of refused) assert.ok(isRefusal(checkPassword(password, known)), password);
  for (const password of ['三只灯笼挂在老桥东边', 'copper-lantern-bridge', 'Tk7#vq2!Zm9p', ' spaces are fine too '])
    assert.equal(checkPassword(password, known), undefined, password);
});

test('the pack loader refuses roles and body kinds that point nowhere, and names the place', () => {
  const checkers = {
    roles: roleChecker({ levels: ['street'], permissions: new Map([['case.read', ['business']]]) }),
    bodyKinds: bodyKindChecker({ levels: ['street'] }),
  };
  const problemsOf = (sections: Record<string, readonly { id: string }[]>) =>
    checkPacks(
      [{ id: 'p', version: 1, name: label('包', 'Pack'), summary: label('包', 'Pack'), sections }],
      checkers,
    ).map((problem) => `${problem.section} ${problem.id} ${problem.path}`);
  assert.deepEqual(problemsOf({ roles: [reader] }), []);
  assert.deepEqual(
    problemsOf({
      roles: [
        role('one', ['case.read', 'case.red'], { level: 'moon', grants: ['two', 'three'], firstAdministrator: true }),
        role('two', [], { administers: 'system', firstAdministrator: true, session: { idleMinutes: 0, hours: 1 } }),
      ],
      bodyKinds: [
        defineBodyKind({ id: 'office', name: label('办', 'Office'), levels: [] }),
        defineBodyKind({ id: 'team', name: label('队', 'Team'), levels: ['street', 'moon'] }),
      ],
    }),
    [
      'roles one level',
      'roles one permissions[1]',
      'roles one firstAdministrator',
      'roles one grants[1]',
      'roles one firstAdministrator',
      'roles two session',
      'roles two firstAdministrator',
      'bodyKinds office levels',
      'bodyKinds team levels[1]',
    ],
  );
});
