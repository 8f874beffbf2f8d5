import { Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Job } from './index.ts';

const fileId = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the bytes sent.' }),
});
const Stored = Type.Object({ id: Type.String(), type: Type.String(), size: Type.Integer() }, { $id: 'StoredFile' });

const SettingKey = Type.Object({ key: Type.String({ pattern: '^[a-z][a-z.-]{1,40}$' }) });

export const platformRoutes = defineRoutes({
  putFile: {
    method: 'PUT',
    url: '/api/files/:id',
    tag: 'files',
    who: 'signed-in',
    perMinute: 120,
    summary: 'Send a file under its hash; a repeat is harmless',
    params: fileId,
    answer: Stored,
    errors: [
      'file.too-large',
      'file.type-refused',
      'file.hash-differs',
      'file.unreadable',
      'file.infected',
      'file.not-scanned',
    ],
  },
  putFilePublicly: {
    method: 'PUT',
    url: '/api/public/files/:id',
    tag: 'public',
    who: 'anyone',
    perMinute: 20,
    summary: 'Send a photo of a report without sign-in',
    params: fileId,
    answer: Stored,
    errors: [
      'file.too-large',
      'file.type-refused',
      'file.hash-differs',
      'file.unreadable',
      'file.infected',
      'file.not-scanned',
    ],
  },
  getJob: {
    method: 'GET',
    url: '/api/jobs/:id',
    tag: 'jobs',
    who: 'signed-in',
    summary: 'State and progress of a job of mine',
    params: Type.Object({ id: Id }),
    answer: Job,
  },
  getJobFile: {
    method: 'GET',
    url: '/api/jobs/:id/file',
    tag: 'jobs',
    who: 'signed-in',
    summary: 'What a job of mine made',
    params: Type.Object({ id: Id }),
    raw: true,
  },
  live: {
    method: 'GET',
    url: '/api/live',
    tag: 'live',
    who: 'signed-in',
    summary: 'Server-sent events: what changed in my scope',
    raw: true,
  },
  getSettings: {
    method: 'GET',
    url: '/api/settings',
    tag: 'settings',
    who: { permission: 'settings.read' },
    bound: 'nothing',
    summary: 'Settings of the installation',
    answer: Type.Record(Type.String(), Type.Unknown()),
  },
  putSetting: {
    method: 'PUT',
    url: '/api/settings/:key',
    tag: 'settings',
    who: { permission: 'settings.edit' },
    bound: 'nothing',
    summary: 'Change one setting that is no security policy',
    params: SettingKey,
    body: Type.Object({ value: Type.Unknown() }, { additionalProperties: false }),
    answer: Type.Record(Type.String(), Type.Unknown()),
  },
  putSecuritySetting: {
    method: 'PUT',
    url: '/api/security-settings/:key',
    tag: 'settings',
    who: { permission: 'settings.security' },
    bound: 'nothing',
    confirm: true,
    summary: 'Change one setting of the security policy: `security.…`, `audit.…`',
    params: SettingKey,
    body: Type.Object({ value: Type.Unknown() }, { additionalProperties: false }),
    answer: Type.Record(Type.String(), Type.Unknown()),
  },
});
