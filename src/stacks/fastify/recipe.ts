import type { Recipe } from '../recipe.ts';
import { CORS_PACKAGE, corsOptions, indented } from '../shared/cors-options.ts';

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://github.com/fastify/fastify-cors#usage',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'run', command: 'npm install @fastify/cors' },
    {
      type: 'edit',
      file: 'server.js',
      place: 'top',
      language: 'javascript',
      code: "import cors from '@fastify/cors'; // in CommonJS: const cors = require('@fastify/cors');",
    },
    {
      type: 'edit',
      file: 'server.js',
      place: 'after-app',
      language: 'javascript',
      code: `fastify.register(cors, {
${indented(corsOptions(CORS_PACKAGE, need), '  ')}
});`,
    },
  ],
};
