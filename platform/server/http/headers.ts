/** What every answer says to the browser (ASVS 3.4; GB/T 22239-2019 8.1.4.4). */

export interface PageSources {
  /** Hosts that pictures of a map may come from at this moment, such as `https://*.tianditu.gov.cn`; none by default. */
  readonly imageHosts?: () => readonly string[];
}

/**
 * Content-Security-Policy. @param nonce for the style sheets that a page makes while it runs; `script-src` never has one.
 */
export const contentPolicy = (sources: PageSources, nonce?: string): string => {
  const images = ["'self'", 'data:', 'blob:', ...(sources.imageHosts?.() ?? [])].join(' ');
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    `img-src ${images}`,
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
};

/** What an API answer may do in a page: nothing. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self), payment=(), usb=(), interest-cohort=()',
} as const;

export const secureHeaders = {
  'strict-transport-security': 'max-age=31536000',
  'cross-origin-opener-policy': 'same-origin',
} as const;
