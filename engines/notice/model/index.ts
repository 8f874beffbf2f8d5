export * from './check-templates.ts';
export * from './delivery.ts';
export * from './render.ts';
export * from './sms-gateway.ts';
export * from './smtp-server.ts';
export * from './template.ts';
