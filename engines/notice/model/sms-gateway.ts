/**
 * A short-message gateway as data: most carriers and clouds take one HTTPS request with JSON or a form. Places
 * `{phone}` `{text}` `{id}` `{secret}` are filled; inside a JSON body they are escaped as JSON text.
 */
export interface SmsGateway {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as it is, after filling: JSON, unless a header says another content type. */
  readonly body: string;
  /** When the answer counts as taken: a status from 200 to 299, and this value at this place of its JSON, if named. */
  readonly success?: { readonly at: string; readonly equals: string };
  /** Where the gateway's own number of the message stands in its answer. */
  readonly reference?: string;
  /** It lies in a private network, such as the government's intranet. */
  readonly private?: boolean;
}

type GatewayValues = Readonly<Record<'phone' | 'text' | 'id' | 'secret', string>>;

const isForm = (headers: Readonly<Record<string, string>>): boolean =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value.includes('x-www-form-urlencoded'),
  );

const put = (text: string, values: GatewayValues, write: (value: string) => string): string =>
  text.replace(/\{(phone|text|id|secret)\}/g, (_, name: keyof GatewayValues) => write(values[name]));

/** A header must stay one line. */
const headerText = (value: string): string => value.replace(/[\r\n]/g, ' ');

export const gatewayRequest = (
  gateway: SmsGateway,
  values: GatewayValues,
): { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string } => {
  const form = isForm(gateway.headers);
  const headers = Object.fromEntries(
    Object.entries(gateway.headers).map(([name, value]) => [name, put(value, values, headerText)]),
  );
  return {
    url: gateway.url,
    headers:
      form || Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
        ? headers
        : { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: put(gateway.body, values, form ? encodeURIComponent : (value) => JSON.stringify(value).slice(1, -1)),
  };
};

/** The value at `a.b.0.c` of an answer, as text; undefined when there is none. */
export const valueAt = (answer: unknown, place: string): string | undefined => {
  let value: unknown = answer;
  for (const step of place.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return typeof value === 'object' || value === undefined ? undefined : String(value);
};

/** What is wrong with a gateway that somebody enters; null when nothing is. */
export const problemOfSmsGateway = (value: unknown): string | null => {
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return 'url, headers, body';
  const { url, headers, body, success, reference, private: hidden, ...rest } = value as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return `${unknown}: ?`;
  if (typeof url !== 'string' || !/^https?:\/\/[^\s{}@]+$/.test(url) || url.length > 500) return 'url: https://…';
  if (url.startsWith('http:') && hidden !== true) return 'url: https://… (http only in a private network)';
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return 'headers: { … }';
  for (const [name, text] of Object.entries(headers))
    if (!/^[A-Za-z0-9-]{1,60}$/.test(name) || typeof text !== 'string' || /[\r\n]/.test(text) || text.length > 1000)
      return `headers.${name}`;
  if (typeof body !== 'string' || body.length > 5000 || !body.includes('{phone}') || !body.includes('{text}'))
    return 'body: {phone} … {text}';
  if (!isForm(headers as Record<string, string>)) {
    try {
      JSON.parse(put(body, { phone: '1', text: '1', id: '1', secret: '1' }, (one) => one));
    } catch {
      return 'body: JSON';
    }
  }
  if (success !== undefined) {
    const { at, equals } = (success ?? {}) as Record<string, unknown>;
    if (typeof at !== 'string' || typeof equals !== 'string' || at === '') return 'success: at, equals';
  }
  if (reference !== undefined && typeof reference !== 'string') return 'reference';
  return hidden === undefined || typeof hidden === 'boolean' ? null : 'private: true / false';
};
