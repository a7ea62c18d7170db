import type { Fingerprint } from '../fingerprint.ts';
import { UVICORN } from '../shared/python-marks.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://github.com/open-webui/open-webui/blob/main/backend/open_webui/main.py: its API's paths.
  {
    certainty: 'likely',
    url: /\/(?:api\/v1\/(?:auths|chats|knowledge|prompts|functions|folders)|ollama\/api)\//,
    headers: { server: UVICORN },
  },
];
