import { goOrigins, goStrings, goStruct } from '../quote/go.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * Echo includes a CORS middleware. The recipe imports it under another name, since most apps import the package already
 * and Go allows a name only once.
 */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://echo.labstack.com/docs/middleware/cors',
  steps: (need) => [
    {
      type: 'edit',
      file: 'main.go',
      place: 'below-package',
      language: 'go',
      code: 'import cors "github.com/labstack/echo/v4/middleware"',
    },
    { type: 'edit', file: 'main.go', place: 'after-app', language: 'go', code: use(need) },
  ],
  restart: { type: 'server' },
};

/** An empty list of headers would allow any header. A list of `Accept` alone, which is safelisted, allows no other. */
function use({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const config = goStruct(
    'cors.CORSConfig',
    ['AllowOrigins', goOrigins(origins)],
    ['AllowMethods', goStrings(methods)],
    ['AllowHeaders', goStrings(headers.length === 0 ? ['Accept'] : headers)],
    ['ExposeHeaders', exposed.length === 0 ? null : goStrings(exposed)],
    ['AllowCredentials', credentials ? 'true' : null],
  );
  return `e.Use(cors.CORSWithConfig(${config}))`;
}
