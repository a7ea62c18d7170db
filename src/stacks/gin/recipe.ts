import { goOrigins, goStrings, goStruct } from '../quote/go.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/** Middleware of the engine itself runs for every request, even for one without a route. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://pkg.go.dev/github.com/gin-contrib/cors',
  steps: (need) => [
    { type: 'run', command: 'go get github.com/gin-contrib/cors' },
    {
      type: 'edit',
      file: 'main.go',
      place: 'below-package',
      language: 'go',
      code: 'import "github.com/gin-contrib/cors"',
    },
    { type: 'edit', file: 'main.go', place: 'after-app', language: 'go', code: use(need) },
  ],
  restart: { type: 'server' },
};

function use({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const config = goStruct(
    'cors.Config',
    ['AllowOrigins', goOrigins(origins)],
    ['AllowMethods', goStrings(methods)],
    ['AllowHeaders', headers.length === 0 ? null : goStrings(headers)],
    ['ExposeHeaders', exposed.length === 0 ? null : goStrings(exposed)],
    ['AllowCredentials', credentials ? 'true' : null],
  );
  return `r.Use(cors.New(${config}))`;
}
