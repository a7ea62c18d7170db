import type { Recipe } from '../recipe.ts';
import { type CorsLibrary, corsOptions, indented } from '../shared/cors-options.ts';

const H3_CORS: CorsLibrary = {
  methods: 'methods',
  headers: 'allowHeaders',
  exposed: 'exposeHeaders',
  noHeaders: 'allows all',
};

/** h3 sends no `Vary` if it allows nothing, and allows every origin if the request names none. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://v1.h3.dev/utils/security#handlecorsevent-options',
  restart: { type: 'server' },
  steps: (need) => [
    {
      type: 'edit',
      file: 'server/middleware/cors.ts',
      place: 'new-file',
      language: 'typescript',
      code: `import { appendResponseHeader, defineEventHandler, getRequestHeader, handleCors } from 'h3';

// Nuxt and Nitro load this file themselves. h3 alone needs app.use() for it, before the router.
export default defineEventHandler((event) => {
  appendResponseHeader(event, 'Vary', 'Origin');
  if (getRequestHeader(event, 'origin') === undefined) return;
  const isPreflight = handleCors(event, {
${indented(corsOptions(H3_CORS, need), '    ')}
  });
  if (isPreflight) return null;
});`,
    },
  ],
};
