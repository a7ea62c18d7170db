import { client } from '../libraries/htmx.ts';
import { edit } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against htmx 2.0.11 and 4.0.1. */
export const stop: Stop = {
  client,
  setting: 'htmx:configRequest',
  docs: 'https://htmx.org/events/#htmx:configRequest',
  steps: () => [
    edit(
      'htmx',
      'after-setup',
      `// htmx 2
document.body.addEventListener('htmx:configRequest', ({ detail }) => {
  detail.headers = {};
});
// htmx 4
document.body.addEventListener('htmx:before:request', ({ detail }) => {
  detail.ctx.request.headers = {};
});`,
    ),
  ],
};
