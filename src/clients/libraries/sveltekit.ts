import type { Client } from '../client.ts';

/**
 * As the source of `@sveltejs/kit` 2.70.4 has it.
 * @see https://unpkg.com/@sveltejs/kit@2.70.4/src/runtime/app/forms.js
 */
export const client: Client = {
  name: 'SvelteKit',
  headers: 'x-sveltekit-*',
};
