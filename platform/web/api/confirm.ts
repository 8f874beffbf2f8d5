/** Asks the person to prove again who he is; true when he did. */
type Ask = () => Promise<boolean>;

let ask: Ask | undefined;
let asking: Promise<boolean> | undefined;

/** Set by the app that has the dialog. @returns takes it away again */
export const answerConfirmations = (by: Ask): (() => void) => {
  ask = by;
  return () => {
    if (ask === by) ask = undefined;
  };
};

/** Calls that are refused together ask one person once. */
export const askToConfirm = (): Promise<boolean> => {
  if (!ask) return Promise.resolve(false);
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
};
