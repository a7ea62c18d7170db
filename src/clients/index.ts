export type { Client } from './client.ts';
export { CLIENTS, type ClientId, clientOf } from './registry.ts';
export type { Workaround } from './workaround.ts';
export { workaroundsFor } from './workarounds-for.ts';
