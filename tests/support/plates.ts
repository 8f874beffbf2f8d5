import { signIn } from './sign-in.ts';

export interface Plate {
  readonly code: string;
  readonly place: { readonly code: string; readonly name: string };
}

/** Plates of the first grid of the demo district, whose worker is `wangge`. */
export const platesOf = async (origin: string): Promise<readonly Plate[]> => {
  const staff = await signIn(origin, 'shequ');
  const plates = (await (await staff.get('/api/plates?at=990101001001')).json()) as readonly Plate[];
  return plates.filter((plate) => plate.place.code.startsWith('990101001001g01'));
};
