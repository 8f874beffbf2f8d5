import { defineMessages, setLocale, useLocale, useText } from '#platform/web/i18n';
import { ChoiceChips, FormRow } from '#platform/web/kit';
import { scales, useTheme } from '#platform/web/theme';

const messages = defineMessages({
  zh: {
    size: '字号（长辈版）',
    x1: '标准',
    x125: '大',
    x15: '特大',
    x175: '最大',
    theme: '外观',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    language: '语言',
  },
  en: {
    size: 'Text size',
    x1: 'Normal',
    x125: 'Large',
    x15: 'Larger',
    x175: 'Largest',
    theme: 'Appearance',
    system: 'As the device',
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
  },
});
const sizeWords = ['x1', 'x125', 'x15', 'x175'] as const;

/** Text size, appearance, language: remembered on this device. */
export const AppearanceForm = () => {
  const t = useText(messages);
  const locale = useLocale();
  const { choice, setTheme } = useTheme();
  return (
    <div>
      <FormRow id="size" label={t('size')} required group>
        <ChoiceChips
          value={[String(choice.scale)]}
          choices={scales.map((scale, index) => ({ value: String(scale), label: t(sizeWords[index] ?? 'x1') }))}
          onChange={([chosen]) => setTheme({ scale: scales.find((scale) => String(scale) === chosen) ?? 1 })}
        />
      </FormRow>
      <FormRow id="theme" label={t('theme')} required group>
        <ChoiceChips
          value={[choice.mode]}
          choices={(['system', 'light', 'dark'] as const).map((mode) => ({ value: mode, label: t(mode) }))}
          onChange={([chosen]) => setTheme({ mode: chosen === 'light' || chosen === 'dark' ? chosen : 'system' })}
        />
      </FormRow>
      <FormRow id="language" label={t('language')} required group>
        <ChoiceChips
          value={[locale]}
          choices={[
            { value: 'zh', label: <span lang="zh-CN">中文</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
          onChange={([chosen]) => setLocale(chosen === 'en' ? 'en' : 'zh')}
        />
      </FormRow>
    </div>
  );
};
