import type { Recipe } from '../recipe.ts';
import { type CorsLibrary, corsOptions, indented } from '../shared/cors-options.ts';

const HONO_CORS: CorsLibrary = {
  methods: 'allowMethods',
  headers: 'allowHeaders',
  exposed: 'exposeHeaders',
  noHeaders: 'allows all',
};

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://hono.dev/docs/middleware/builtin/cors',
  restart: { type: 'server' },
  steps: (need) => [
    {
      type: 'edit',
      file: 'src/index.ts',
      place: 'top',
      language: 'typescript',
      code: "import { cors } from 'hono/cors';",
    },
    {
      type: 'edit',
      file: 'src/index.ts',
      place: 'after-app',
      language: 'typescript',
      code: `app.use(
  cors({
${indented(corsOptions(HONO_CORS, need), '    ')}
  }),
);`,
    },
  ],
};
