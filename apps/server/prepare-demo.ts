import type { Lifang } from './compose.ts';

export interface DemoDistrict {
  /** A new matter now and then, while the setting `demo.goes-on` says so. */
  readonly goOn: () => void;
  readonly stop: () => Promise<void>;
}

export const prepareDemo = async (_lifang: Lifang, _say: (text: string) => void): Promise<DemoDistrict | undefined> =>
  undefined;
