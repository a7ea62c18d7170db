import type { Client } from './client.ts';
import { callOptions } from './shared-steps.ts';
import { areNullable, nullHeaders } from './stainless.ts';

export const anthropic: Client = {
  name: 'Anthropic',
  headers: /^(?:anthropic-|x-stainless-)/,
  mark: /^anthropic-/,
  credentials: null,
  setting: 'defaultHeaders',
  docs: 'https://github.com/anthropics/anthropic-sdk-typescript#default-headers',
  // The API requires Anthropic's own headers: anthropic-version, and the consent to calls from a browser.
  stopSending: (names) => (areNullable(names) ? [callOptions('new Anthropic()', nullHeaders(names))] : []),
};
