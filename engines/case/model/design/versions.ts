import type { Locale } from '#kernel/label';

/**
 * Versions of districts live above those of packs, so that neither ever meets the other: the district's six digits and
 * the number of the version there, `990101003`. A history therefore says by itself under whose rules it ran.
 */
const perDistrict = 1000;

/** Packs count from 1 and stay below: the smallest district has 110101000. */
export const mostPackVersion = 99_999_999;

/** @param number 1..999 */
export const districtVersion = (district: string, number: number): number => {
  if (!/^[1-9]\d{5}$/.test(district) || !Number.isInteger(number) || number < 1 || number >= perDistrict)
    throw new RangeError(`no version ${number} of a playbook in ${district}`);
  return Number(district) * perDistrict + number;
};

/** Whose version it is; undefined for a pack's. */
export const ownVersion = (version: number): { readonly district: string; readonly number: number } | undefined =>
  version <= mostPackVersion
    ? undefined
    : { district: String(Math.floor(version / perDistrict)), number: version % perDistrict };

/** 第 3 版 of a pack, 本区第 2 版 of a district. */
export const versionText = (version: number, locale: Locale): string => {
  const own = ownVersion(version);
  if (locale === 'zh') return own ? `本区第 ${own.number} 版` : `第 ${version} 版`;
  return own ? `district version ${own.number}` : `version ${version}`;
};
