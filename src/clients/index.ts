export type { Client } from './client.ts';
export { shortNames } from './header-names.ts';
export { clientsOf, type HeaderSource, headerSources, mayTellCredentials } from './header-sources.ts';
export { CLIENTS } from './registry.ts';
export type { Workaround } from './workaround.ts';
export { workaroundsFor } from './workarounds-for.ts';
