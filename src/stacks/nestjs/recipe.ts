import type { Recipe } from '../recipe.ts';
import { CORS_PACKAGE, corsOptions, indented } from '../shared/cors-options.ts';

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://docs.nestjs.com/security/cors',
  restart: { type: 'server' },
  steps: (need) => [
    {
      type: 'edit',
      file: 'src/main.ts',
      place: 'after-app',
      language: 'typescript',
      code: `app.enableCors({
${indented(corsOptions(CORS_PACKAGE, need), '  ')}
});`,
    },
  ],
};
