import { label, type Label } from '../label.ts';

/** An error's HTTP status, whether outsiders may read the sentence, and the sentence in both locales. */
export interface ErrorEntry {
  readonly status: number;
  readonly public: boolean;
  readonly message: Label;
}

export const entry = (status: number, zh: string, en: string, open = true): ErrorEntry => ({
  status,
  public: open,
  message: label(zh, en),
});
