import type { Recipe } from '../recipe.ts';
import { CORS_PACKAGE, corsOptions, indented } from '../shared/cors-options.ts';

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://vite.dev/config/server-options.html#server-cors',
  restart: { type: 'server' },
  steps: (need) => [
    {
      type: 'edit',
      file: 'vite.config.ts',
      place: 'define-config',
      language: 'typescript',
      code: `server: {
  cors: {
    // In place of Vite's own list, which is every page on this machine.
${indented(corsOptions(CORS_PACKAGE, need), '    ')}
  },
},`,
    },
  ],
};
