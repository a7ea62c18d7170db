export { type DevProxy, devProxy } from './dev-proxy.ts';
export { DEV_SERVERS, type DevServer, devServerOf } from './recognise.ts';
