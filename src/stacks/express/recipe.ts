import type { Recipe } from '../recipe.ts';
import { CORS_PACKAGE, corsOptions, indented } from '../shared/cors-options.ts';

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://expressjs.com/en/resources/middleware/cors.html',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'run', command: 'npm install cors' },
    {
      type: 'edit',
      file: 'app.js',
      place: 'top',
      language: 'javascript',
      code: "import cors from 'cors'; // in CommonJS: const cors = require('cors');",
    },
    {
      type: 'edit',
      file: 'app.js',
      place: 'after-app',
      language: 'javascript',
      code: `app.use(
  cors({
${indented(corsOptions(CORS_PACKAGE, need), '    ')}
  }),
);`,
    },
  ],
};
