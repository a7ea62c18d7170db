import { jsOrigins } from '../quote/javascript.ts';
import type { Recipe } from '../recipe.ts';
import { type CorsLibrary, corsOptions, indented } from '../shared/cors-options.ts';

const KOA_CORS: CorsLibrary = {
  methods: 'allowMethods',
  headers: 'allowHeaders',
  exposed: 'exposeHeaders',
  noHeaders: 'allows all',
};

/** `@koa/cors` takes one origin or a function. If the function returns none, the answer gets no CORS headers. */
const ORIGIN_OPTION = [
  "origin: (ctx) => allowedOrigins.find((origin) => origin === ctx.get('Origin')) ?? '',",
];

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://github.com/koajs/cors#corsoptions',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'run', command: 'npm install @koa/cors' },
    {
      type: 'edit',
      file: 'app.js',
      place: 'top',
      language: 'javascript',
      code: "import cors from '@koa/cors'; // in CommonJS: const cors = require('@koa/cors');",
    },
    {
      type: 'edit',
      file: 'app.js',
      place: 'after-app',
      language: 'javascript',
      code: `const allowedOrigins = ${jsOrigins(need.origins)};
app.use(
  cors({
${indented(corsOptions(KOA_CORS, need, ORIGIN_OPTION), '    ')}
  }),
);`,
    },
  ],
};
