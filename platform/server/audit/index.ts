export { type AuditOptions, createAudit } from './create-audit.ts';
export { adoptRows } from './adopt.ts';
export { type Anchor, createAnchor, type Head } from './anchor.ts';
export { createAuditMacs } from './macs.ts';
export { currentOrigin, type Origin, shortAgent, withOrigin } from './origin.ts';
export { insertOf } from './rows.ts';
export { createSealer, type Sealer } from './sealer.ts';
export { createSyslog, type Syslog, type SyslogTarget, syslogTargetOf } from './syslog.ts';
export { type Flaw, type FlawKind, type Verification, verifyAudit } from './verify.ts';
