import type { ConfigProviderProps } from 'antd';
import * as enUS from 'antd/es/locale/en_US.js';
import * as zhCN from 'antd/es/locale/zh_CN.js';
import 'dayjs/locale/zh-cn.js';
import type { Locale } from '#kernel/label';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

/** antd's modules are ES in the bundle and CommonJS to the type checker: the default stands one step deeper there. */
const unwrap = (module: unknown): AntdLocale => {
  let found = module;
  while (found && typeof found === 'object' && !('locale' in found) && 'default' in found) found = found.default;
  return found as AntdLocale;
};

export const antdLocales: Record<Locale, AntdLocale> = { zh: unwrap(zhCN), en: unwrap(enUS) };
