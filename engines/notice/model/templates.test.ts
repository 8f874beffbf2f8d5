import assert from 'node:assert/strict';
import { test } from 'node:test';
import { label } from '#kernel/label';
import type { LoadContext } from '#kernel/pack-loader';
import { noticeTemplateChecker, renderInside, renderOutside, type NoticeTemplate } from '#engines/notice/model';

const good: NoticeTemplate = {
  id: 'good',
  title: label('关于{what}', 'About {what}'),
  text: label('{who}：{what}', '{who}: {what}'),
  sms: label('关于{what}', 'About {what}'),
  holes: { what: 'plain', who: 'personal' },
};
const problems = (change: Partial<NoticeTemplate>): string =>
  noticeTemplateChecker()([{ ...good, ...change }], {} as LoadContext)
    .map(({ path, message }) => `${path}: ${message}`)
    .join('\n');

test('a template that is whole passes', () => {
  assert.equal(problems({}), '');
});

test('a hole that nobody declared, one that nobody uses, and a text in one language alone are refused', () => {
  assert.match(problems({ text: label('{who}{oops}', '{who}{oops}') }), /text\.zh: \{oops\} is not declared/);
  assert.match(problems({ holes: { ...good.holes, more: 'plain' } }), /holes\.more: declared, but no text uses it/);
  assert.match(problems({ text: label('{who}：{what}', '') }), /text\.en: a text is needed/);
  assert.match(problems({ text: label('{who}：{what}', '{who}') }), /not have the same holes/);
});

test('security 43: personal values leave the house in a short message only where the pack says why', () => {
  const sms = label('{who}：{what}', '{who}: {what}');
  assert.match(problems({ sms }), /\{who\} is personal and would leave the house/);
  assert.match(problems({ sms, smsMayCarry: { who: ' ' } }), /is personal/);
  assert.equal(problems({ sms, smsMayCarry: { who: 'the guardian has to know who' } }), '');
  assert.match(problems({ title: label('{who}', '{who}') }), /title\.zh: \{who\} is personal: a title shows/);
  assert.match(problems({ subject: label('{who}', '{who}') }), /every server on the way/);
});

test('a secret stands in a short message alone and says how long it is good', () => {
  assert.match(problems({ holes: { what: 'secret', who: 'personal' } }), /title\.zh: \{what\} is secret/);
  const code: Partial<NoticeTemplate> = {
    title: label('码', 'Code'),
    text: label('{code}', '{code}'),
    sms: label('{code}', '{code}'),
    holes: { code: 'secret' },
  };
  assert.match(problems(code), /goodFor/);
  assert.equal(problems({ ...code, goodFor: 10 }), '');
});

test('a sensitive template says outside only that there is something to see', () => {
  assert.match(problems({ sensitivity: 'sensitive' }), /so it has no \{what\}/);
  const sensitive: NoticeTemplate = { ...good, sensitivity: 'sensitive', sms: label('请登录查看', 'Please sign in') };
  const values = { what: '停水', who: '李四' };
  const said = renderOutside(sensitive, values, {
    channel: 'email',
    locale: 'zh',
    sensitivity: 'sensitive',
    signature: '',
  });
  assert.ok(!`${said.subject}${said.text}`.match(/停水|李四/));
  assert.ok(!JSON.stringify(renderInside(sensitive, values, false)).match(/停水|李四/));
  assert.equal(renderInside(sensitive, values, true).text.zh, '李四：停水');
});

test('values fill both languages, and a value is never a template itself', () => {
  const said = renderInside(good, { what: label('停水', 'no water'), who: '{what}' }, true);
  assert.deepEqual(said.text, label('{what}：停水', '{what}: no water'));
});
