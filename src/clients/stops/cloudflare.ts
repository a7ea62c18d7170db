import { client } from '../libraries/cloudflare.ts';
import { callOptions, ownFetch } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `cloudflare` 7.3.0. */
export const stop: Stop = {
  client,
  setting: 'fetch',
  docs: 'https://github.com/cloudflare/cloudflare-typescript#customizing-the-fetch-client',
  stops: 'x-stainless-*',
  steps: (names) => [callOptions('new Cloudflare()', ownFetch(names))],
};
