import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { problemOfSmsGateway, problemOfSmtpServer, type SmsGateway, type SmtpServer } from '#engines/notice/model';
import { asProblem } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Area, StatusTag, toast } from '#platform/web/kit';
import { platform } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { settingsQuery } from '../../app/use-map-key.ts';
import { Panel } from '../../parts/page.tsx';
import { type FormItem, SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';

const words = defineMessages({
  zh: {
    sms: '短信网关',
    smsNote:
      '按服务商的接口说明填写一个 HTTPS 请求。可用的位置：{phone} 手机号，{text} 内容，{id} 消息编号，{secret} 密钥。',
    url: '地址',
    headers: '请求头（JSON）',
    body: '请求正文',
    bodyHint: '须含 {phone} 和 {text}',
    at: '成功标志的位置',
    atHint: '如 code；不填则只看 HTTP 状态',
    equals: '成功标志的值',
    reference: '回执编号的位置',
    signature: '短信签名',
    signatureHint: '如 【青羊区里坊】，须与服务商备案一致',
    secret: '密钥',
    secretKept: '已保存，留空则不变；不会再显示',
    secretNone: '加密保存，不会再显示',
    place: '网关在哪里',
    open: '互联网',
    inside: '政务外网或内网',
    smtp: '邮件服务器',
    smtpNote: '连接始终加密。自签证书请填写签发机构证书。',
    host: '主机',
    port: '端口',
    security: '加密方式',
    user: '用户名',
    from: '发件地址',
    authority: '签发机构证书（PEM）',
    password: '密码',
    save: '保存',
    saved: '已保存',
    remove: '停用',
    removed: '已停用，新消息将等待',
    on: '已配置',
    off: '未配置',
    wrong: '填写有误：{detail}',
  },
  en: {
    sms: 'Gateway for short messages',
    smsNote: 'One HTTPS request, as the provider describes it. Places: {phone}, {text}, {id} of the message, {secret}.',
    url: 'Address',
    headers: 'Headers (JSON)',
    body: 'Body',
    bodyHint: 'With {phone} and {text}',
    at: 'Where the answer says success',
    atHint: 'Such as code; empty: the HTTP status alone',
    equals: 'What it says then',
    reference: 'Where its own number stands',
    signature: 'Signature',
    signatureHint: 'Such as 【青羊区里坊】, as registered with the provider',
    secret: 'Secret',
    secretKept: 'There is one; empty keeps it. It is never shown',
    secretNone: 'Kept encrypted, never shown again',
    place: 'Where the gateway lies',
    open: 'On the internet',
    inside: 'In a private network',
    smtp: 'Mail server',
    smtpNote: 'The line is always encrypted. For a certificate of your own, enter that of its authority.',
    host: 'Host',
    port: 'Port',
    security: 'Encryption',
    user: 'User',
    from: 'Sender address',
    authority: 'Certificate of the authority (PEM)',
    password: 'Password',
    save: 'Save',
    saved: 'Saved',
    remove: 'Stop using it',
    removed: 'Not used any more; new messages wait',
    on: 'Configured',
    off: 'Not configured',
    wrong: 'Not right: {detail}',
  },
});

const keys = {
  sms: 'notice.sms',
  smsSecret: 'notice.sms.secret',
  signature: 'notice.sms.signature',
  smtp: 'notice.smtp',
  smtpPassword: 'notice.smtp.password',
} as const;

type Settings = Readonly<Record<string, unknown>>;
type Changes = readonly (readonly [key: string, value: unknown])[];

const orLeave = <Key extends string>(key: Key, value: string): Partial<Record<Key, string>> =>
  value === '' ? {} : ({ [key]: value } as Partial<Record<Key, string>>);

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return undefined;
  }
};

/** Saves several settings one after the other; what was refused is said, and nothing after it is tried. */
const useSave = () => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ changes }: { changes: Changes; said: 'saved' | 'removed' }) => {
      for (const [key, value] of changes) await platform.putSetting({ params: { key }, body: { value } });
    },
    onSuccess: (_, { said }) => toast(t(said)),
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['outbox'] });
    },
  });
};

const area = (rows: number) => (value: string, change: (value: string) => void, id: string) => (
  <Area id={id} rows={rows} spellCheck={false} value={value} onChange={(event) => change(event.target.value)} />
);

const useReach = () => {
  const t = useText(words);
  return {
    id: 'private' as const,
    label: t('place'),
    required: true,
    options: [
      { value: 'no', label: t('open') },
      { value: 'yes', label: t('inside') },
    ],
  };
};

const SmsPart = ({ settings }: { settings: Settings }) => {
  const t = useText(words);
  const may = useMay()('settings.edit');
  const save = useSave();
  const reach = useReach();
  const known = settings[keys.sms] as SmsGateway | null;
  type Key = 'url' | 'headers' | 'body' | 'at' | 'equals' | 'reference' | 'signature' | 'private' | 'secret';
  const items: readonly FormItem<Key>[] = [
    { id: 'url', label: t('url'), required: true, maxLength: 500 },
    { id: 'headers', label: t('headers'), control: area(2) },
    {
      id: 'body',
      label: t('body'),
      hint: t('bodyHint', { phone: '{phone}', text: '{text}' }),
      required: true,
      control: area(4),
    },
    { id: 'at', label: t('at'), hint: t('atHint'), maxLength: 60 },
    { id: 'equals', label: t('equals'), maxLength: 60 },
    { id: 'reference', label: t('reference'), maxLength: 60 },
    { id: 'signature', label: t('signature'), hint: t('signatureHint'), maxLength: 20 },
    reach,
    {
      id: 'secret',
      label: t('secret'),
      hint: t(settings[keys.smsSecret] ? 'secretKept' : 'secretNone'),
      type: 'password',
      maxLength: 1000,
    },
  ];
  const submit = (values: Record<Key, string>): void => {
    const gateway = {
      url: values.url,
      headers: jsonOf(values.headers),
      body: values.body,
      ...(values.at ? { success: { at: values.at, equals: values.equals } } : {}),
      ...orLeave('reference', values.reference),
      private: values.private === 'yes',
    };
    const problem = problemOfSmsGateway(gateway);
    if (problem) return void toast(t('wrong', { detail: problem }), 'overdue');
    save.mutate({
      said: 'saved',
      changes: [
        ...(values.secret ? [[keys.smsSecret, values.secret] as const] : []),
        [keys.signature, values.signature],
        [keys.sms, gateway],
      ],
    });
  };
  return (
    <Panel title={t('sms')} aside={<StatusTag tone={known ? 'done' : 'quiet'}>{t(known ? 'on' : 'off')}</StatusTag>}>
      <p className="quiet small">
        {t('smsNote', { phone: '{phone}', text: '{text}', id: '{id}', secret: '{secret}' })}
      </p>
      <SimpleForm<Key>
        items={items}
        start={{
          url: known?.url ?? '',
          headers: known ? JSON.stringify(known.headers) : '{}',
          body: known?.body ?? '{"phone":"{phone}","content":"{text}"}',
          at: known?.success?.at ?? '',
          equals: known?.success?.equals ?? '',
          reference: known?.reference ?? '',
          signature: String(settings[keys.signature] ?? ''),
          private: known?.private ? 'yes' : 'no',
        }}
        submit={t('save')}
        busy={save.isPending || !may}
        onSubmit={submit}
      />
      {known && may ? (
        <Button
          onClick={() =>
            save.mutate({
              said: 'removed',
              changes: [
                [keys.sms, null],
                [keys.smsSecret, null],
              ],
            })
          }
        >
          {t('remove')}
        </Button>
      ) : null}
    </Panel>
  );
};

const SmtpPart = ({ settings }: { settings: Settings }) => {
  const t = useText(words);
  const may = useMay()('settings.edit');
  const save = useSave();
  const reach = useReach();
  const known = settings[keys.smtp] as SmtpServer | null;
  type Key = 'host' | 'port' | 'security' | 'user' | 'from' | 'authority' | 'private' | 'password';
  const items: readonly FormItem<Key>[] = [
    { id: 'host', label: t('host'), required: true, maxLength: 253 },
    { id: 'port', label: t('port'), required: true, maxLength: 5 },
    {
      id: 'security',
      label: t('security'),
      required: true,
      options: [
        { value: 'tls', label: 'TLS' },
        { value: 'starttls', label: 'STARTTLS' },
      ],
    },
    { id: 'user', label: t('user'), maxLength: 200 },
    { id: 'from', label: t('from'), required: true, maxLength: 250 },
    { id: 'authority', label: t('authority'), control: area(3) },
    reach,
    {
      id: 'password',
      label: t('password'),
      hint: t(settings[keys.smtpPassword] ? 'secretKept' : 'secretNone'),
      type: 'password',
      maxLength: 1000,
    },
  ];
  const submit = (values: Record<Key, string>): void => {
    const server = {
      host: values.host,
      port: Number(values.port),
      security: values.security,
      from: values.from,
      ...orLeave('user', values.user),
      ...orLeave('authority', values.authority),
      private: values.private === 'yes',
    };
    const problem = problemOfSmtpServer(server);
    if (problem) return void toast(t('wrong', { detail: problem }), 'overdue');
    save.mutate({
      said: 'saved',
      changes: [...(values.password ? [[keys.smtpPassword, values.password] as const] : []), [keys.smtp, server]],
    });
  };
  return (
    <Panel title={t('smtp')} aside={<StatusTag tone={known ? 'done' : 'quiet'}>{t(known ? 'on' : 'off')}</StatusTag>}>
      <p className="quiet small">{t('smtpNote')}</p>
      <SimpleForm<Key>
        items={items}
        start={{
          host: known?.host ?? '',
          port: String(known?.port ?? 465),
          security: known?.security ?? 'tls',
          user: known?.user ?? '',
          from: known?.from ?? '',
          authority: known?.authority ?? '',
          private: known?.private ? 'yes' : 'no',
        }}
        submit={t('save')}
        busy={save.isPending || !may}
        onSubmit={submit}
      />
      {known && may ? (
        <Button
          onClick={() =>
            save.mutate({
              said: 'removed',
              changes: [
                [keys.smtp, null],
                [keys.smtpPassword, null],
              ],
            })
          }
        >
          {t('remove')}
        </Button>
      ) : null}
    </Panel>
  );
};

/** By which servers messages leave; secrets go in and never come back. */
export const GatewaysPart = () => {
  const settings = useQuery(settingsQuery);
  return (
    <Loaded query={settings}>
      {(values) => (
        <div className="outbox-gateways">
          <SmsPart key={`sms ${JSON.stringify(values[keys.sms])}`} settings={values} />
          <SmtpPart key={`smtp ${JSON.stringify(values[keys.smtp])}`} settings={values} />
        </div>
      )}
    </Loaded>
  );
};
