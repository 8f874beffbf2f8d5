import { BodyInput } from './body/BodyInput.tsx';
import { BodyOutput } from './body/BodyOutput.tsx';
import { ChoiceInput } from './choice/ChoiceInput.tsx';
import { ChoiceOutput } from './choice/ChoiceOutput.tsx';
import { DateInput } from './date/DateInput.tsx';
import { DateOutput } from './date/DateOutput.tsx';
import { type FieldWeb, type ReferenceDraft, webOf } from './field-web.tsx';
import { FileInput } from './file/FileInput.tsx';
import { FileOutput } from './file/FileOutput.tsx';
import { lazyWeb } from './lazy-web.tsx';
import { MomentInput } from './moment/MomentInput.tsx';
import { MomentOutput } from './moment/MomentOutput.tsx';
import { MoneyInput } from './money/MoneyInput.tsx';
import { MoneyOutput } from './money/MoneyOutput.tsx';
import { NumberInput } from './number/NumberInput.tsx';
import { NumberOutput } from './number/NumberOutput.tsx';
import { PersonInput } from './person/PersonInput.tsx';
import { PersonOutput } from './person/PersonOutput.tsx';
import { PhoneInput } from './phone/PhoneInput.tsx';
import { PhoneOutput } from './phone/PhoneOutput.tsx';
import { PhotosInput } from './photos/PhotosInput.tsx';
import { PhotosOutput } from './photos/PhotosOutput.tsx';
import { PointInput } from './point/PointInput.tsx';
import { PointOutput } from './point/PointOutput.tsx';
import { RatingInput } from './rating/RatingInput.tsx';
import { RatingOutput } from './rating/RatingOutput.tsx';
import { TerritoryInput } from './territory/TerritoryInput.tsx';
import { TerritoryOutput } from './territory/TerritoryOutput.tsx';
import { TextInput } from './text/TextInput.tsx';
import { TextOutput } from './text/TextOutput.tsx';
import { YesNoInput } from './yes-no/YesNoInput.tsx';
import { YesNoOutput } from './yes-no/YesNoOutput.tsx';

/** @throws for an unknown type, which the pack loader never lets through */
export const getFieldWeb = (type: string): FieldWeb => {
  const parts = fieldWebs[type];
  if (!parts) throw new Error(`there is no web part for the field type ${type}`);
  return parts;
};

/** How each field type is asked and shown, by its id. The one place where they are gathered. */
export const fieldWebs: Readonly<Record<string, FieldWeb>> = {
  text: webOf({ Input: TextInput, Output: TextOutput }),
  number: webOf({ Input: NumberInput, Output: NumberOutput }),
  money: webOf({ Input: MoneyInput, Output: MoneyOutput }),
  date: webOf({ Input: DateInput, Output: DateOutput }),
  moment: webOf({ Input: MomentInput, Output: MomentOutput }),
  choice: webOf({ Input: ChoiceInput, Output: ChoiceOutput, group: true }),
  territory: webOf({ Input: TerritoryInput, Output: TerritoryOutput, group: true }),
  point: webOf({ Input: PointInput, Output: PointOutput, group: true }),
  photos: webOf({ Input: PhotosInput, Output: PhotosOutput, group: true }),
  file: webOf({ Input: FileInput, Output: FileOutput, group: true }),
  phone: webOf({ Input: PhoneInput, Output: PhoneOutput }),
  person: webOf<ReferenceDraft>({ Input: PersonInput, Output: PersonOutput }),
  body: webOf<ReferenceDraft>({ Input: BodyInput, Output: BodyOutput }),
  rating: webOf({ Input: RatingInput, Output: RatingOutput, group: true }),
  'yes-no': webOf({ Input: YesNoInput, Output: YesNoOutput, group: true }),
  bodies: lazyWeb<readonly ReferenceDraft[]>(async () => {
    const [input, output] = await Promise.all([
      import('./bodies/BodiesInput.tsx'),
      import('./bodies/BodiesOutput.tsx'),
    ]);
    return { Input: input.BodiesInput, Output: output.BodiesOutput };
  }, true),
  slot: lazyWeb(async () => {
    const [input, output] = await Promise.all([import('./slot/SlotInput.tsx'), import('./slot/SlotOutput.tsx')]);
    return { Input: input.SlotInput, Output: output.SlotOutput };
  }, true),
  rows: lazyWeb(async () => {
    const [input, output] = await Promise.all([import('./rows/RowsInput.tsx'), import('./rows/RowsOutput.tsx')]);
    return { Input: input.createRowsInput(getFieldWeb), Output: output.createRowsOutput(getFieldWeb) };
  }, true),
};
