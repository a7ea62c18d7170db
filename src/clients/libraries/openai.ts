import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `openai` 4.104.0 to 7.59.0.
 * LangChain's `ChatOpenAI` calls by it. It is often pointed at servers that speak OpenAI's protocol.
 * @see https://unpkg.com/openai@6.49.0/client.js
 */
export const client: Client = {
  name: 'OpenAI',
  headers: 'x-stainless-* openai-beta openai-organization openai-project',
  family: 'Stainless',
  hosts: 'openai.com openai.azure.com',
  callsOthers: true,
  widelyUsed: true,
  script: 'openai',
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
};
