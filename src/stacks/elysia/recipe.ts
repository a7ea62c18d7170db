import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { type CorsLibrary, corsOptions, indented } from '../shared/cors-options.ts';

const ELYSIA_CORS: CorsLibrary = {
  methods: 'methods',
  headers: 'allowedHeaders',
  exposed: 'exposeHeaders',
  noHeaders: 'allows none',
};

/**
 * By default, `@elysiajs/cors` allows credentials, and exposes the names of the request's own headers. The recipe keeps
 * neither.
 */
function options(need: ServerNeed): readonly string[] {
  const exposed = need.exposed.includes('access-control-request-method') ? [] : need.exposed;
  return [
    ...corsOptions(ELYSIA_CORS, { ...need, exposed }),
    ...(exposed.length === 0 ? ['exposeHeaders: [],'] : []),
    ...(need.credentials ? [] : ['credentials: false,']),
  ];
}

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://elysiajs.com/plugins/cors',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'run', command: 'npm install @elysiajs/cors' },
    {
      type: 'edit',
      file: 'src/index.ts',
      place: 'top',
      language: 'typescript',
      code: "import { cors } from '@elysiajs/cors';",
    },
    {
      type: 'edit',
      file: 'src/index.ts',
      place: 'after-app',
      language: 'typescript',
      code: `app.use(
  cors({
${indented(options(need), '    ')}
  }),
);`,
    },
  ],
};
