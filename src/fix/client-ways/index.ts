export type { ClientWay } from './client-way.ts';
export { type DevProxy, devProxy, type ProxiedCall } from './dev-proxy.ts';
export { DEV_SERVERS, type DevServer, devServerOf } from './dev-server.ts';
export { type BlockedHeaders, waysToStopSending } from './stop-sending.ts';
