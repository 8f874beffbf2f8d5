import { useSyncExternalStore } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface Toasted {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'overdue' | 'primary';
}

let shown: readonly Toasted[] = [];
let next = 1;
const listeners = new Set<() => void>();
const change = (now: readonly Toasted[]): void => {
  shown = now;
  for (const listener of listeners) listener();
};

/** A short word that something went well (or not); nothing that must be read to go on. */
export const toast = (text: string, tone: Toasted['tone'] = 'done'): void => {
  const id = next++;
  change([...shown.slice(-2), { id, text, tone }]);
  setTimeout(() => change(shown.filter((one) => one.id !== id)), 5000);
};

const icons: Record<Toasted['tone'], IconName> = { done: 'checkCircle', overdue: 'alert', primary: 'info' };
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Put once into an app. */
export const Toasts = () => {
  const now = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className="lf-toasts" role="status" aria-live="polite">
      {now.map((one) => (
        <p key={one.id} className={`lf-toast lf-toast-${one.tone}`}>
          <Icon name={icons[one.tone]} />
          <span>{one.text}</span>
        </p>
      ))}
    </div>
  );
};
