import { goOrigins, goStrings, goStruct } from '../quote/go.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * The options of rs/cors, and of its fork go-chi/cors. Both send no CORS header for a method that isn't in their list,
 * even if the browser sends that method without a preflight, so methods that only read are always listed. An empty list
 * of headers would mean their three or four default headers. A list of `Origin`, which they always allow, means no
 * other header.
 * @see https://pkg.go.dev/github.com/rs/cors#Options
 */
export function rsCorsOptions({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  return goStruct(
    'cors.Options',
    ['AllowedOrigins', goOrigins(origins)],
    ['AllowedMethods', goStrings([...new Set(['GET', 'HEAD', ...methods])])],
    ['AllowedHeaders', goStrings(headers.length === 0 ? ['Origin'] : headers)],
    ['ExposedHeaders', exposed.length === 0 ? null : goStrings(exposed)],
    ['AllowCredentials', credentials ? 'true' : null],
  );
}
