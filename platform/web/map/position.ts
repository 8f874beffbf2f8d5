/** Where this device believes to be, in WGS-84, as browsers give it. A hint: it may be wrong, and may be refused. */
export interface MyPosition {
  readonly lng: number;
  readonly lat: number;
  readonly datum: 'WGS-84';
  /** Radius in metres. */
  readonly accuracy: number;
}

export const canFindPosition = (): boolean => Boolean(globalThis.isSecureContext && navigator.geolocation);

/** Undefined when the person or the device declines, or it takes longer than ten seconds. */
export const findMyPosition = (): Promise<MyPosition | undefined> =>
  new Promise((resolve) => {
    if (!canFindPosition()) {
      resolve(undefined);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          lng: Math.round(coords.longitude * 1e6) / 1e6,
          lat: Math.round(coords.latitude * 1e6) / 1e6,
          datum: 'WGS-84',
          accuracy: coords.accuracy,
        }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    );
  });
