import { goOrigins, goStrings, goStruct } from '../quote/go.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * The options of rs/cors, and of go-chi/cors, which is a fork of it. Both hide the answer to a method that isn't in
 * their list, even where the browser asks nobody before sending it: what reads is always in it. An empty list of
 * headers would mean their own four or three; Origin, which they always allow, means none but it.
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
