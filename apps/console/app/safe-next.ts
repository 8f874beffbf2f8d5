/** Where to go after the sign-in: only addresses inside this site; a full URL or `//host` leads to the start instead. */
export const safeNext = (next: string | undefined): string =>
  next && /^\/(?![/\\])[^\u0000-\u001f]*$/.test(next) && !next.startsWith('/sign-in') ? next : '/';
