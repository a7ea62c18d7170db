import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://github.com/ggml-org/llama.cpp/blob/master/tools/server/server-http.cpp
  { certainty: 'sure', headers: { server: /^llama\.cpp$/ } },
];
