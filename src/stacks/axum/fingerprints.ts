import type { Fingerprint } from '../fingerprint.ts';

const VARY = /^origin, access-control-request-method, access-control-request-headers$/;

export const fingerprints: readonly Fingerprint[] = [
  // CorsLayer: it names in lower case what its answer depends on, as nothing else does, refused or not.
  // https://github.com/tower-rs/tower-http/blob/main/tower-http/src/cors/mod.rs
  {
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [200],
    headers: { vary: VARY, 'access-control-allow-origin': false },
  },
  { certainty: 'sure', headers: { vary: VARY } },
  // axum's router: https://github.com/tokio-rs/axum/blob/main/axum/src/routing/method_routing.rs. hyper spells its names
  // in lower case, where HTTP/1.1 lets it.
  {
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    status: [405],
    url: /^http:/,
    headers: { allow: /^GET,HEAD(?:,[A-Z]+)*$/, 'access-control-allow-origin': false },
    spelled: ['allow', 'date', 'content-length'],
    contentLength: () => 0,
  },
];
