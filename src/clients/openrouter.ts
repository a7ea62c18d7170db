import type { Client } from './client.ts';

export const openrouter: Client = {
  name: 'OpenRouter',
  headers: /^(?:http-referer|x-title|x-openrouter-.*)$/,
  credentials: null,
  setting: 'defaultHeaders',
  docs: 'https://openrouter.ai/docs/app-attribution',
};
