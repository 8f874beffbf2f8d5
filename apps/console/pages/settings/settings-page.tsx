import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import type { Locale } from '#kernel/label';
import { asProblem } from '#platform/web/api';
import { defineMessages, setLocale, useLocale, usePick, useText } from '#platform/web/i18n';
import { Switch, toast } from '#platform/web/kit';
import { type Mode, useTheme } from '#platform/web/theme';
import { organisation, platform } from '../../app/clients.ts';
import { useMay, useMe } from '../../app/session.ts';
import { MAP_KEY, settingsQuery } from '../../app/use-map-key.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { SecurityPart } from './security-part.tsx';

const words = defineMessages({
  zh: {
    title: '设置',
    look: '显示',
    lookNote: '只影响本机这个浏览器。',
    theme: '颜色',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    language: '语言',
    mine: '我的账号',
    installation: '系统设置',
    installationNote: '对所有人生效，改动会记入审计。',
    simulator: '演示区自动产生新事项',
    simulatorNote: '开启后，服务运行期间会不时出现新的虚构事项，并由虚构人员办理。',
    mapKey: '天地图密钥',
    mapKeyNote: '不填也能使用：地图只画本区自己的边界，不连接外网。',
    save: '保存',
    saved: '已保存',
    old: '现在的密码',
    new: '新密码',
    newHint: '至少 10 位。修改后，其他设备上的登录会退出。',
    short: '新密码至少 10 位',
    change: '修改密码',
    changed: '密码已修改',
  },
  en: {
    title: 'Settings',
    look: 'Look',
    lookNote: 'For this browser only.',
    theme: 'Colours',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
    mine: 'My account',
    installation: 'Installation',
    installationNote: 'For everybody; changes are written into the audit.',
    simulator: 'The demo district goes on living',
    simulatorNote: 'While the server runs, fictional people report and handle a new matter now and then.',
    mapKey: 'Key of Tianditu',
    mapKeyNote: 'Not needed: without it the map shows our own boundaries and asks no other host.',
    save: 'Save',
    saved: 'Saved',
    old: 'Present password',
    new: 'New password',
    newHint: 'At least 10 characters. Your other sessions end.',
    short: 'The new password needs at least 10 characters',
    change: 'Change the password',
    changed: 'The password is changed',
  },
});

/** Whether the demo district goes on living; on unless somebody switched it off. */
const SIMULATOR = 'demo.goes-on';

const InstallationPart = () => {
  const t = useText(words);
  const pick = usePick();
  const me = useMe();
  const mayEdit = useMay()('settings.edit');
  const client = useQueryClient();
  const settings = useQuery(settingsQuery);
  const [key, setKey] = useState<string>();
  const put = useMutation({
    mutationFn: ({ name, value }: { name: string; value: unknown }) =>
      platform.putSetting({ params: { key: name }, body: { value } }),
    onSuccess: async () => {
      toast(t('saved'));
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  useEffect(() => {
    const known = settings.data?.[MAP_KEY];
    if (settings.data && key === undefined) setKey(typeof known === 'string' ? known : '');
  }, [settings.data, key]);
  return (
    <Panel title={t('installation')}>
      <p className="quiet small">{t('installationNote')}</p>
      <Loaded query={settings}>
        {(values) => (
          <div className="stack settings-part">
            {me.demo ? (
              <Switch
                label={t('simulator')}
                note={t('simulatorNote')}
                checked={values[SIMULATOR] !== false}
                onChange={(on) => mayEdit && put.mutate({ name: SIMULATOR, value: on })}
              />
            ) : null}
            <div className="form">
              <label htmlFor="map-key">{t('mapKey')}</label>
              <div className="row">
                <Input
                  id="map-key"
                  className="settings-key"
                  value={key ?? ''}
                  maxLength={80}
                  disabled={!mayEdit}
                  autoComplete="off"
                  aria-describedby="map-key-note"
                  onChange={(event) => setKey(event.target.value)}
                />
                {mayEdit ? (
                  <Button
                    loading={put.isPending}
                    onClick={() => put.mutate({ name: MAP_KEY, value: (key ?? '').trim() })}
                  >
                    {t('save')}
                  </Button>
                ) : null}
              </div>
              <p id="map-key-note" className="quiet small">
                {t('mapKeyNote')}
              </p>
            </div>
          </div>
        )}
      </Loaded>
    </Panel>
  );
};

const PasswordPart = () => {
  const t = useText(words);
  const [round, setRound] = useState(0);
  const change = useMutation({
    mutationFn: (body: { old: string; new: string }) => organisation.changePassword({ body }),
    onSuccess: () => {
      toast(t('changed'));
      setRound(round + 1);
    },
  });
  return (
    <Panel title={t('mine')}>
      <SimpleForm
        key={round}
        items={[
          { id: 'old', label: t('old'), required: true, type: 'password', autoComplete: 'current-password' },
          {
            id: 'new',
            label: t('new'),
            hint: t('newHint'),
            required: true,
            type: 'password',
            autoComplete: 'new-password',
            check: (value) => (value.length < 10 ? t('short') : undefined),
          },
        ]}
        submit={t('change')}
        busy={change.isPending}
        problem={change.isError ? asProblem(change.error) : undefined}
        onSubmit={(values) => change.mutate(values)}
      />
    </Panel>
  );
};

export const SettingsPage = () => {
  const t = useText(words);
  const locale = useLocale();
  const { choice, setTheme } = useTheme();
  const mayRead = useMay()('settings.read');
  const maySecure = useMay()('settings.security');
  return (
    <Page title={t('title')}>
      <div className="stack settings">
        <Panel title={t('look')}>
          <p className="quiet small">{t('lookNote')}</p>
          <div className="stack settings-part">
            <div className="row">
              <span className="settings-name" id="settings-theme">
                {t('theme')}
              </span>
              <Segmented<Mode | 'system'>
                aria-labelledby="settings-theme"
                value={choice.mode}
                onChange={(mode) => setTheme({ mode })}
                options={[
                  { value: 'system', label: t('system') },
                  { value: 'light', label: t('light') },
                  { value: 'dark', label: t('dark') },
                ]}
              />
            </div>
            <div className="row">
              <span className="settings-name" id="settings-language">
                {t('language')}
              </span>
              <Segmented<Locale>
                aria-labelledby="settings-language"
                value={locale}
                onChange={setLocale}
                options={[
                  { value: 'zh', label: <span lang="zh-CN">中文</span> },
                  { value: 'en', label: <span lang="en">English</span> },
                ]}
              />
            </div>
          </div>
        </Panel>
        {maySecure ? <SecurityPart /> : null}
        {mayRead ? <InstallationPart /> : null}
        <PasswordPart />
      </div>
    </Page>
  );
};
