export { type DevProxy, devProxy } from './dev-proxy.ts';
export { devServerOf } from './recognise.ts';
export { DEV_SERVERS, type DevServer } from './registry.ts';
