import type { Recipe } from '../recipe.ts';
import { rsCorsOptions } from '../shared/rs-cors-options.ts';

/** Middleware of the router itself runs before routing, so it covers preflights, 404 and 405. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://pkg.go.dev/github.com/go-chi/cors',
  steps: (need) => [
    { type: 'run', command: 'go get github.com/go-chi/cors' },
    {
      type: 'edit',
      file: 'main.go',
      place: 'below-package',
      language: 'go',
      code: 'import "github.com/go-chi/cors"',
    },
    {
      type: 'edit',
      file: 'main.go',
      place: 'after-app',
      language: 'go',
      code: `r.Use(cors.Handler(${rsCorsOptions(need)}))`,
    },
  ],
  restart: { type: 'server' },
};
