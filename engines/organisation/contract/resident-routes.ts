import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant } from '#platform/contract';

const Phone = Type.String({ minLength: 11, maxLength: 30 });
const Code = Type.String({ pattern: '^[0-9]{6}$' });

export const SentCode = Type.Object(
  {
    /** Goes back with the code; a code is good for this request alone. */
    request: Id,
    expiresAt: Instant,
    /** Seconds until another may be asked for. */
    again: Type.Integer(),
  },
  { $id: 'SentCode' },
);
export type SentCode = Static<typeof SentCode>;

export const ResidentMe = Type.Object(
  {
    id: Id,
    /** 138****5678 */
    phone: Type.String(),
    since: Instant,
    demo: Type.Boolean(),
  },
  { $id: 'ResidentMe' },
);
export type ResidentMe = Static<typeof ResidentMe>;

const ResidentSession = Type.Object(
  {
    id: Id,
    device: Type.Union([Type.String(), Type.Null()]),
    madeAt: Instant,
    seenAt: Instant,
    mine: Type.Boolean(),
  },
  { $id: 'ResidentSession' },
);

/** A resident’s own account: a phone, proven by a code. Reporting needs none of it. */
export const residentRoutes = defineRoutes({
  sendCode: {
    method: 'POST',
    url: '/api/public/resident-codes',
    tag: 'resident',
    who: 'anyone',
    perMinute: 10,
    summary: 'Send a sign-in code to a phone; the same answer whether the phone is known or not',
    body: Type.Object({ phone: Phone }),
    answer: SentCode,
    errors: ['code.too-many', 'resident.phone-wrong'],
  },
  signInResident: {
    method: 'POST',
    url: '/api/resident/session',
    tag: 'resident',
    who: 'anyone',
    perMinute: 20,
    summary: 'Sign in as a resident with the code that was sent',
    body: Type.Object({ request: Id, phone: Phone, code: Code }),
    answer: ResidentMe,
    errors: ['code.refused', 'code.too-many'],
  },
  signOutResident: {
    method: 'DELETE',
    url: '/api/resident/session',
    tag: 'resident',
    who: 'resident',
    summary: 'Sign out as a resident',
  },
  getResident: {
    method: 'GET',
    url: '/api/resident/me',
    tag: 'resident',
    who: 'resident',
    summary: 'Who I am as a resident',
    answer: ResidentMe,
  },
  listResidentSessions: {
    method: 'GET',
    url: '/api/resident/sessions',
    tag: 'resident',
    who: 'resident',
    summary: 'Where I am signed in as a resident',
    answer: Type.Array(ResidentSession),
  },
  endResidentSession: {
    method: 'DELETE',
    url: '/api/resident/sessions/:id',
    tag: 'resident',
    who: 'resident',
    summary: 'End one of my sign-ins as a resident',
    params: Type.Object({ id: Id }),
    errors: ['request.not-found'],
  },
  sendPhoneCodes: {
    method: 'POST',
    url: '/api/resident/phone-codes',
    tag: 'resident',
    who: 'resident',
    perMinute: 5,
    summary: 'Send a code to my present phone and one to the new one',
    body: Type.Object({ phone: Phone }),
    answer: Type.Object({ old: SentCode, new: SentCode }),
    errors: ['code.too-many', 'resident.phone-wrong'],
  },
  changePhone: {
    method: 'PUT',
    url: '/api/resident/phone',
    tag: 'resident',
    who: 'resident',
    perMinute: 10,
    summary: 'Change my phone with both codes; my other sign-ins end',
    body: Type.Object({
      phone: Phone,
      old: Type.Object({ request: Id, code: Code }),
      new: Type.Object({ request: Id, code: Code }),
    }),
    answer: ResidentMe,
    errors: ['code.refused', 'code.too-many', 'resident.phone-taken'],
  },
  exportResident: {
    method: 'GET',
    url: '/api/resident/export',
    tag: 'resident',
    who: 'resident',
    perMinute: 5,
    summary: 'Everything that is kept of me, as a file',
    raw: true,
  },
  sendDeletionCode: {
    method: 'POST',
    url: '/api/resident/deletion-codes',
    tag: 'resident',
    who: 'resident',
    perMinute: 5,
    summary: 'Send a code to my phone, to delete my account',
    answer: SentCode,
    errors: ['code.too-many'],
  },
  deleteResident: {
    method: 'POST',
    url: '/api/resident/deletion',
    tag: 'resident',
    who: 'resident',
    perMinute: 10,
    summary: 'Delete my account; what I reported stays without any tie to me',
    body: Type.Object({ request: Id, code: Code }),
    errors: ['code.refused', 'code.too-many'],
  },
});
