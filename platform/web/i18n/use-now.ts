import { useEffect, useState } from 'react';
import { type Instant, instantOf } from '#kernel/instant';

/** The present moment, renewed every half minute, for words such as 剩 1 天 3 小时. */
export const useNow = (everyMillis = 30_000): Instant => {
  const [now, setNow] = useState(() => instantOf(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(instantOf(Date.now())), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
};
