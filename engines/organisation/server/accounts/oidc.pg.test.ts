import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, test } from 'node:test';
import Provider from 'oidc-provider';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { password, people, plan, ports, startOrganisationWith } from '../fixtures/small-district.ts';
import { visitorOf } from '../fixtures/visitor.ts';
import type { OidcSettings } from '../ports.ts';

/** A certified provider on the loopback address, whose people sign in by clicking their name. */
const startHouse = async (): Promise<{ issuer: string; acr: (value: string | undefined) => void }> => {
  let acr: string | undefined;
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  after(() => server.close());
  const at = server.address();
  const issuer = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'lifang',
        client_secret: 'a-secret-of-the-client-that-is-long',
        redirect_uris: ['http://localhost/sign-in/back'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: ['for a test'] },
    acrValues: ['urn:two'],
    claims: { openid: ['sub', 'acr', 'amr'], phone: ['phone_number'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/as/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      // The same phone number everywhere: it must not link anything.
      claims: () => ({ sub, phone_number: '13800000103' }),
    }),
  });
  const callback = provider.callback();
  const handle = async (
    request: Parameters<typeof callback>[0],
    response: Parameters<typeof callback>[1],
  ): Promise<void> => {
    const [, uid, name] = /^\/as\/([^/?]+)\?name=(\w+)$/.exec(request.url ?? '') ?? [];
    if (uid === undefined || name === undefined) return callback(request, response);
    const details = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: name, clientId: String(details.params['client_id']) });
    grant.addOIDCScope('openid');
    await provider.interactionFinished(request, response, {
      login: { accountId: name, ...(acr === undefined ? {} : { acr, amr: ['pwd', 'otp'] }) },
      consent: { grantId: await grant.save() },
    });
  };
  return {
    issuer,
    acr: (value) => {
      acr = value;
    },
  };
};

/** Goes where a browser is sent, as somebody, until it is sent back to us. @returns the query it comes back with */
const walk = async (url: string, as: string): Promise<string> => {
  const cookies = new Map<string, string>();
  let next = url;
  for (let hop = 0; hop < 10; hop++) {
    const target = new URL(next);
    if (target.hostname === 'localhost') return target.search.slice(1);
    if (target.pathname.startsWith('/as/')) target.search = `?name=${as}`;
    const answer = await fetch(target, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    next = new URL(answer.headers.get('location') ?? '', target).href;
  }
  throw new Error('the provider never sent the browser back');
};

const [first, second] = [await startHouse(), await startHouse()];
let settings: OidcSettings | null = null;
const settingsOf = (house: { issuer: string }, more: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer: house.issuer,
  clientId: 'lifang',
  clientSecret: 'a-secret-of-the-client-that-is-long',
  name: '区统一身份认证',
  twoFactors: [],
  inside: true,
  ...more,
});
const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const parts = await testParts(database, { clock });
const one = await startOrganisationWith(parts, { ...ports, oidc: async () => settings });
await one.engine.plantOrganisation(plan);

let addresses = 0;
const visitor = () => visitorOf(one.app, `10.3.0.${++addresses}`);
const begin = async (browser: ReturnType<typeof visitor>): Promise<string> => {
  const answer = await browser.ask('POST', '/api/session/oidc');
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.url;
};
const finish = (browser: ReturnType<typeof visitor>, query: string) =>
  browser.ask('POST', '/api/session/oidc/back', { query });
const link = async (account: string, as: string): Promise<number> => {
  const browser = visitor();
  await browser.signIn(account);
  const { url } = (await browser.ask('POST', '/api/me/oidc')).body;
  return (await browser.ask('POST', '/api/me/oidc/back', { query: await walk(url, as) })).status;
};

test('security 16: without settings there is no single sign-on, and no button is offered', async () => {
  assert.deepEqual((await visitor().ask('GET', '/api/public/sign-in-ways')).body, { oidc: null });
  assert.equal((await visitor().ask('POST', '/api/session/oidc')).status, 404);
});

test('security 16: an identity signs in once its owner has linked it, never by a phone number', async () => {
  settings = settingsOf(first);
  assert.deepEqual((await visitor().ask('GET', '/api/public/sign-in-ways')).body, { oidc: { name: '区统一身份认证' } });
  const before = visitor();
  const refused = await finish(before, await walk(await begin(before), 'wang'));
  assert.deepEqual([refused.status, refused.body.code], [403, 'sign-in.not-linked']);
  assert.match(refused.body.message.zh, /区统一身份认证/);
  assert.equal(before.jar.has('lifang'), false);

  const late = visitor();
  await late.signIn('clerk');
  clock.pass(11 * 60_000);
  assert.equal((await late.ask('POST', '/api/me/oidc')).body.code, 'session.confirm');

  assert.equal(await link('clerk', 'wang'), 204);
  const after_ = visitor();
  const done = await finish(after_, await walk(await begin(after_), 'wang'));
  assert.deepEqual([done.status, done.body.person.id], [200, people.clerk]);
  assert.equal(await after_.inside(), 200);
  assert.equal((await after_.ask('GET', '/api/me/security')).body.oidc.linked, true);
  assert.equal(await link('worker', 'wang'), 409, 'an identity is one account’s');
});

test('security 16: state, nonce, code and browser have to be those that were begun with', async () => {
  settings = settingsOf(first);
  const refused = async (answer: Promise<{ status: number; body: { code: string } }>, what: string) => {
    const { status, body } = await answer;
    assert.deepEqual([status, body.code], [400, 'sign-in.oidc-failed'], what);
  };
  const browser = visitor();
  const query = new URLSearchParams(await walk(await begin(browser), 'wang'));
  const other = new URLSearchParams(query);
  other.set('state', 'another-state-that-nobody-began-with');
  await refused(finish(browser, other.toString()), 'wrong state');

  const stolen = await walk(await begin(browser), 'wang');
  await refused(finish(visitor(), stolen), 'another browser');
  await refused(finish(browser, stolen), 'and then it is gone for the first one too');

  const mixed = await walk(await begin(browser), 'wang');
  const code = new URLSearchParams(mixed).get('code') ?? '';
  const again = new URLSearchParams(await walk(await begin(browser), 'wang'));
  again.set('code', code);
  await refused(finish(browser, again.toString()), 'a code of another way: its verifier is not this one’s');

  const url = new URL(await begin(browser));
  url.searchParams.set('nonce', 'a-nonce-that-the-server-did-not-choose');
  await refused(finish(browser, await walk(url.href, 'wang')), 'wrong nonce');

  const good = await walk(await begin(browser), 'wang');
  assert.equal((await finish(browser, good)).status, 200);
  await refused(finish(browser, good), 'replayed');
  const replay = new URLSearchParams(await walk(await begin(browser), 'wang'));
  replay.set('code', new URLSearchParams(good).get('code') ?? '');
  await refused(finish(browser, replay.toString()), 'a used code under a fresh state');

  const slow = await walk(await begin(browser), 'wang');
  clock.pass(11 * 60_000);
  await refused(finish(browser, slow), 'too late');
  await refused(finish(browser, 'error=access_denied&state=x'), 'refused over there');
});

test('security 16: a way begun to link is no way to sign in, and the other way round', async () => {
  const browser = visitor();
  await browser.signIn('worker');
  const { url } = (await browser.ask('POST', '/api/me/oidc')).body;
  assert.equal((await finish(browser, await walk(url, 'wang'))).status, 400);
  const signing = await walk(await begin(browser), 'li');
  assert.equal((await browser.ask('POST', '/api/me/oidc/back', { query: signing })).status, 400);
});

test('security 16: another house that says the same name and phone number is somebody else', async () => {
  settings = settingsOf(second);
  const browser = visitor();
  const refused = await finish(browser, await walk(await begin(browser), 'wang'));
  assert.equal(refused.body.code, 'sign-in.not-linked');
  assert.equal(await link('worker', 'wang'), 204);
  const done = await finish(browser, await walk(await begin(browser), 'wang'));
  assert.equal(done.body.person.id, people.worker);
  settings = settingsOf(first);
  const same = await finish(browser, await walk(await begin(browser), 'wang'));
  assert.equal(same.body.person.id, people.clerk);
});

test('security 8, 16: whether the other house counts as two factors is a setting', async () => {
  await parts.settings.set('security.second-factor', 'required');
  const pendingWith = async (more: Partial<OidcSettings>): Promise<string | null> => {
    settings = settingsOf(first, more);
    const browser = visitor();
    return (await finish(browser, await walk(await begin(browser), 'wang'))).body.pending;
  };
  first.acr('urn:two');
  assert.equal(await pendingWith({}), 'enrol');
  assert.equal(await pendingWith({ twoFactors: ['urn:other'] }), 'enrol');
  assert.equal(await pendingWith({ twoFactors: ['urn:two'] }), null);
  assert.equal(await pendingWith({ twoFactors: ['otp'] }), null, 'by amr');
  assert.equal(await pendingWith({ twoFactors: ['*'] }), null);
  first.acr(undefined);
  await parts.settings.set('security.second-factor', 'offered');
});

test('security 62: a provider in a private network is asked only when the settings say that it lies there', async () => {
  settings = settingsOf(first, { inside: false });
  const answer = await visitor().ask('POST', '/api/session/oidc');
  assert.deepEqual([answer.status, answer.body.code], [503, 'sign-in.oidc-unreachable']);
  assert.equal((await visitor().signIn('clerk', password)).status, 200, 'the password still opens');
});

test('security 13, 16: unlinked, suspended and disabled accounts are not opened by the other house', async () => {
  settings = settingsOf(first);
  await database.sql.updateTable('account').set({ suspended_at: clock.now() }).where('name', '=', 'clerk').execute();
  const browser = visitor();
  assert.equal((await finish(browser, await walk(await begin(browser), 'wang'))).body.code, 'sign-in.suspended');
  await database.sql.updateTable('account').set({ suspended_at: null }).where('name', '=', 'clerk').execute();
  const owner = visitor();
  await owner.signIn('clerk');
  assert.equal((await owner.ask('DELETE', '/api/me/oidc')).status, 204);
  assert.equal((await finish(browser, await walk(await begin(browser), 'wang'))).body.code, 'sign-in.not-linked');
});
