import { DomainError } from '#kernel/domain-error';
import type { platformRoutes } from '#platform/contract/platform-routes';
import type { Handlers, RouteCall } from '#platform/server/http';
import { findJob, findJobFile } from '#platform/server/jobs';
import type { EventStreams } from '#platform/server/live';
import type { Parts, Session } from '#platform/server/parts';
import type { InstallationSettings } from '#platform/server/settings';
import { declaredSettings, isSecuritySetting, settingPlace } from './settings.ts';

type PutSetting = Pick<RouteCall<typeof platformRoutes.putSetting>, 'params' | 'body' | 'session' | 'address'>;
type PutFile = RouteCall<typeof platformRoutes.putFile> | RouteCall<typeof platformRoutes.putFilePublicly>;

/** Audit rows need a district; an installation's settings belong to the one of whoever changes them. */
const districtOf = (session: Session): string => session.posts[0]?.district ?? '000000';

/** What the platform itself answers: files, jobs, live updates, settings. */
export const platformHandlers = (
  parts: Parts & { readonly settings: InstallationSettings },
  streams: EventStreams,
): Handlers<typeof platformRoutes> => {
  const put = ({ params, wire, session }: PutFile) =>
    parts.files.put(params.id, wire.stream, {
      declaredType: wire.headers['content-type'] ?? '',
      by: session?.person ?? null,
    });

  const readSettings = async (): Promise<Record<string, unknown>> => {
    const kept = await parts.settings.all();
    return Object.fromEntries(
      Object.entries(declaredSettings).map(([key, { otherwise, inDemo, secret }]) => {
        const value = key in kept ? kept[key] : parts.demo ? (inDemo ?? otherwise) : otherwise;
        return [key, secret ? Boolean(value) : value];
      }),
    );
  };

  /** Security policy and everything else are changed by two administrators, each by an operation of his own. */
  const putSetting = async (
    { params, body, session, address }: PutSetting,
    security: boolean,
  ): Promise<Record<string, unknown>> => {
    const setting = Object.hasOwn(declaredSettings, params.key) ? declaredSettings[params.key] : undefined;
    if (!setting) throw new DomainError('request.not-found');
    if (isSecuritySetting(params.key) !== security) throw new DomainError('permission.denied');
    const problem = setting.problem(body.value);
    if (problem) throw new DomainError('field.invalid', { name: params.key, detail: problem }, { field: 'value' });
    const value =
      setting.secret && body.value ? await parts.seals.seal(settingPlace(params.key), String(body.value)) : body.value;
    await parts.settings.change(params.key, value, {
      district: districtOf(session),
      person: session.person,
      address,
      action: 'settings.change',
      object: `setting:${params.key}`,
      result: 'done',
    });
    return readSettings();
  };

  return {
    putFile: put,
    putFilePublicly: put,
    getJob: async ({ params, session }) => {
      const job = await findJob(parts.sql, params.id, session.person);
      if (!job) throw new DomainError('request.not-found');
      return job;
    },
    getJobFile: async ({ params, session }) => {
      const made = await findJobFile(parts.sql, params.id, session.person);
      const opened = made && (await parts.files.open(made.id));
      if (!made || !opened) throw new DomainError('request.not-found');
      return { type: opened.type, size: opened.size, body: opened.body, name: made.name };
    },
    live: async ({ session, wire }) => streams.open(session, wire.token ?? '', wire.gone),
    getSettings: readSettings,
    putSetting: (call) => putSetting(call, false),
    putSecuritySetting: (call) => putSetting(call, true),
  };
};
