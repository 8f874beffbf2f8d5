import type { Instant } from '#kernel/instant';
import { useFormats } from '#platform/web/i18n';

/** A moment to the second, with its year: an audit is read years later. */
export const useExact = (): ((instant: Instant) => string) => {
  const formats = useFormats();
  return (instant) => `${formats.moment(instant)}:${instant.slice(17, 19)}`;
};
