import { organisation } from '../../app/clients.ts';

/** What was begun before the browser went to the other house; the tab remembers it, and nothing of it is secret. */
interface Begun {
  readonly purpose: 'sign-in' | 'link';
  readonly next: string;
}

const key = 'lifang.oidc';

export const goToOidc = async (begun: Begun): Promise<void> => {
  const { url } = await (begun.purpose === 'link' ? organisation.beginLink() : organisation.beginOidc());
  sessionStorage.setItem(key, JSON.stringify(begun));
  globalThis.location.assign(url);
};

/** Read once. */
export const takeBegun = (): Begun => {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  try {
    const value = JSON.parse(text ?? '') as Partial<Begun>;
    return { purpose: value.purpose === 'link' ? 'link' : 'sign-in', next: String(value.next ?? '/') };
  } catch {
    return { purpose: 'sign-in', next: '/' };
  }
};
