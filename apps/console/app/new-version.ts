const MARK = 'lifang.reloaded-at';

/**
 * After an update the parts of the page that was open are gone from the server: the next one that is fetched
 * fails. Then the whole page is taken anew, at most once a minute, so that a broken server makes no loop.
 */
export const reloadAfterUpdate = (): void => {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(MARK) ?? 0);
    if (Date.now() - last < 60_000) return;
    event.preventDefault();
    sessionStorage.setItem(MARK, String(Date.now()));
    location.reload();
  });
};
