import type { Fingerprint } from '../fingerprint.ts';

export const fingerprints: readonly Fingerprint[] = [
  // https://docs.spring.io/spring-security/reference/servlet/exploits/headers.html
  {
    certainty: 'likely',
    status: [401, 403],
    headers: {
      'x-content-type-options': /^nosniff$/,
      'x-xss-protection': /^(?:0|1; mode=block)$/,
      'cache-control': /^no-cache, no-store, max-age=0, must-revalidate$/,
      pragma: /^no-cache$/,
      expires: /^0$/,
    },
  },
  // https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/web/cors/DefaultCorsProcessor.html:
  // Spring sends this answer even without CORS set up.
  {
    certainty: 'likely',
    to: 'preflight',
    status: [403],
    headers: { vary: /^Access-Control-Request-Headers$/, 'access-control-allow-origin': false },
  },
];
