import type { Client } from '../client.ts';

/**
 * Measured in Chromium 156 with `Langsmith` of `langsmith` 0.12.0. Its `Client` adds none.
 * @see https://unpkg.com/langsmith@0.12.0/client.js
 */
export const client: Client = {
  name: 'LangSmith',
  headers: 'x-stainless-*',
  family: 'Stainless',
  hosts: 'smith.langchain.com',
  script: 'langsmith',
};
