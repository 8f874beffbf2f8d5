import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asProblem } from '#platform/web/api';
import { defineMessages, useText } from '#platform/web/i18n';
import { toast } from '#platform/web/kit';
import { platform } from '../../app/clients.ts';
import { settingsQuery } from '../../app/use-map-key.ts';
import { Panel } from '../../parts/page.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';

const words = defineMessages({
  zh: {
    title: '安全策略',
    note: '只有安全管理员可以修改；对所有人生效，改动会记入审计。',
    profile: '密码规则',
    db3: '等保三级：三类字符、90 天更换、不重复前 5 次',
    asvs: 'OWASP ASVS：不限字符种类、不强制更换',
    factor: '第二验证因素',
    required: '必须使用',
    offered: '自愿使用',
    reveals: '每人每天可查看完整个人信息的次数',
    limit: '导出超过多少行须另一人审批',
    months: '审计日志保存月数',
    whole: '请填写整数',
    save: '保存',
    saved: '已保存',
  },
  en: {
    title: 'Security policy',
    note: 'Changed by the security administrator alone; for everybody, and written into the audit.',
    profile: 'Passwords',
    db3: 'Protection level 3: three kinds of characters, new every 90 days, none of the last 5',
    asvs: 'OWASP ASVS: no kinds of characters, no forced change',
    factor: 'Second factor',
    required: 'Required',
    offered: 'Offered',
    reveals: 'Looks at personal data a person may take a day',
    limit: 'Rows above which an export wants a second person',
    months: 'Months the audit log is kept',
    whole: 'A whole number, please',
    save: 'Save',
    saved: 'Saved',
  },
});

const keys = {
  profile: 'security.profile',
  factor: 'security.second-factor',
  reveals: 'security.reveals-a-day',
  limit: 'security.export-limit',
  months: 'audit.keep-months',
} as const;
type Field = keyof typeof keys;
const numbers: readonly Field[] = ['reveals', 'limit', 'months'];

/** What the security administrator decides for the whole installation. */
export const SecurityPart = () => {
  const t = useText(words);
  const client = useQueryClient();
  const settings = useQuery(settingsQuery);
  const put = useMutation({
    mutationFn: async (changed: readonly (readonly [Field, unknown])[]) => {
      for (const [field, value] of changed)
        await platform.putSecuritySetting({ params: { key: keys[field] }, body: { value } });
    },
    onSuccess: async () => {
      toast(t('saved'));
      await client.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
  });
  const whole = (value: string): string | undefined => (/^\d{1,7}$/.test(value) ? undefined : t('whole'));
  return (
    <Panel title={t('title')}>
      <p className="quiet small">{t('note')}</p>
      <Loaded query={settings}>
        {(values) => (
          <SimpleForm<Field>
            items={[
              {
                id: 'profile',
                label: t('profile'),
                required: true,
                options: (['db3', 'asvs'] as const).map((value) => ({ value, label: t(value) })),
              },
              {
                id: 'factor',
                label: t('factor'),
                required: true,
                options: (['required', 'offered'] as const).map((value) => ({ value, label: t(value) })),
              },
              { id: 'reveals', label: t('reveals'), required: true, maxLength: 7, check: whole },
              { id: 'limit', label: t('limit'), required: true, maxLength: 7, check: whole },
              { id: 'months', label: t('months'), required: true, maxLength: 4, check: whole },
            ]}
            start={Object.fromEntries(Object.entries(keys).map(([field, key]) => [field, String(values[key] ?? '')]))}
            submit={t('save')}
            busy={put.isPending}
            problem={put.isError ? asProblem(put.error) : undefined}
            onSubmit={(given) =>
              put.mutate(
                (Object.keys(keys) as Field[])
                  .filter((field) => given[field] !== String(values[keys[field]] ?? ''))
                  .map((field) => [field, numbers.includes(field) ? Number(given[field]) : given[field]] as const),
              )
            }
          />
        )}
      </Loaded>
    </Panel>
  );
};
