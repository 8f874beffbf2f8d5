/** What the test of single sign-on uses of `oidc-provider`, which ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    readonly addOIDCScope: (scope: string) => void;
    readonly save: () => Promise<string>;
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: Readonly<Record<string, unknown>> & {
        readonly interactions: { readonly url: (context: unknown, interaction: { readonly uid: string }) => string };
        readonly findAccount: (
          context: unknown,
          sub: string,
        ) => { readonly accountId: string; readonly claims: () => Readonly<Record<string, string>> };
        readonly pkce: { readonly required: () => boolean };
      },
    );
    readonly Grant: new (given: {
      readonly accountId: string;
      readonly clientId: string;
    }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ readonly params: Readonly<Record<string, unknown>> }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
