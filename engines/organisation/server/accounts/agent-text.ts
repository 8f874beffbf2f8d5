/** The first that fits; the order matters, as every browser also names those it is like. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, '微信'],
  [/DingTalk\//, '钉钉'],
  [/\bEdgA?\//, 'Edge'],
  [/\bQQBrowser\//, 'QQ 浏览器'],
  [/\bHuaweiBrowser\//, '华为浏览器'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrom(?:e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Kylin|UOS|Linux|X11/, 'Linux'],
];

const firstOf = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([form]) => form.test(text))?.[1];

/** What a person recognises of a `User-Agent`: `Edge · Windows`. Null when it says nothing that we know. */
export const agentText = (header: string | undefined): string | null => {
  const text = (header ?? '').slice(0, 500);
  const known = [firstOf(browsers, text), firstOf(systems, text)].filter((one) => one !== undefined);
  return known.length > 0 ? known.join(' · ') : null;
};
