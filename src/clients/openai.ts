import type { Client } from './client.ts';
import { callOptions, ownFetch } from './shared-steps.ts';
import { areNullable, nullHeaders } from './stainless.ts';

export const openai: Client = {
  name: 'OpenAI',
  headers: /^(?:x-stainless-|openai-(?:beta|organization|project)$)/,
  commonNames: [
    'openai-beta',
    'openai-organization',
    'openai-project',
    'x-stainless-arch',
    'x-stainless-async',
    'x-stainless-custom-poll-interval',
    'x-stainless-helper-method',
    'x-stainless-lang',
    'x-stainless-os',
    'x-stainless-package-version',
    'x-stainless-poll-helper',
    'x-stainless-retry-count',
    'x-stainless-runtime',
    'x-stainless-runtime-version',
    'x-stainless-timeout',
  ],
  credentials: null,
  setting: 'defaultHeaders',
  docs: 'https://github.com/openai/openai-node#making-customundocumented-requests',
  stopSending: (names) => [
    callOptions('new OpenAI()', areNullable(names) ? nullHeaders(names) : ownFetch(names)),
  ],
};
