import type { Client } from './client.ts';

export const htmx: Client = {
  name: 'htmx',
  headers: /^hx-/,
  credentials: null,
  setting: 'htmx:configRequest',
  docs: 'https://htmx.org/docs/#cors',
};
