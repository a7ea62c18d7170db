import type { Fingerprint } from '../recognise.ts';

/** Frameworks and servers that can't be run in the tests, by what their documentation says of their answers. */
export const applications: readonly Fingerprint[] = [
  // https://docs.spring.io/spring-security/reference/servlet/exploits/headers.html
  {
    stack: 'spring-boot',
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
  // it answers so with no CORS set up, too.
  {
    stack: 'spring-boot',
    certainty: 'likely',
    to: 'preflight',
    status: [403],
    headers: { vary: /^Access-Control-Request-Headers$/, 'access-control-allow-origin': false },
  },
  // https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel, and
  // https://learn.microsoft.com/aspnet/core/security/cors: the middleware answers every preflight with 204.
  {
    stack: 'aspnet-core',
    certainty: 'sure',
    cors: 'not-configured',
    to: 'preflight',
    status: [404, 405],
    headers: { server: /^Kestrel$/, 'access-control-allow-origin': false },
  },
  {
    stack: 'aspnet-core',
    certainty: 'sure',
    cors: 'refused',
    to: 'preflight',
    status: [204],
    headers: { server: /^Kestrel$/, 'access-control-allow-origin': false },
  },
  { stack: 'aspnet-core', certainty: 'sure', headers: { server: /^Kestrel$/ } },
  {
    stack: 'aspnet-core',
    certainty: 'likely',
    headers: { server: /^Microsoft-IIS\//, 'x-powered-by': /^ASP\.NET$/, 'x-aspnet-version': false },
  },
  // https://laravel.com/docs/session
  {
    stack: 'laravel',
    certainty: 'likely',
    headers: { 'x-powered-by': /^PHP\//, 'cache-control': /^no-cache, private$/ },
  },
  // https://github.com/ggml-org/llama.cpp/blob/master/tools/server/server-http.cpp
  { stack: 'llama-cpp', certainty: 'sure', headers: { server: /^llama\.cpp$/ } },
  // https://lmstudio.ai/docs/developer: its port and paths.
  {
    stack: 'lm-studio',
    certainty: 'likely',
    cors: 'not-configured',
    to: 'preflight',
    url: /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):1234\/(?:v1|api\/v[01])\//,
    headers: { 'x-powered-by': /^Express$/, 'access-control-allow-origin': false },
  },
  {
    stack: 'lm-studio',
    certainty: 'likely',
    url: /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):1234\/(?:v1|api\/v[01])\//,
    headers: { 'x-powered-by': /^Express$/ },
  },
  // https://www.keycloak.org/securing-apps/oidc-layers: every preflight passes; origins that the client doesn't have get
  // no header in the answer.
  {
    stack: 'keycloak',
    certainty: 'likely',
    cors: 'refused',
    to: 'request',
    url: /\/realms\/[^/]+\/protocol\/openid-connect\//,
    headers: { 'access-control-allow-origin': false },
  },
  {
    stack: 'keycloak',
    certainty: 'likely',
    url: /\/realms\/[^/]+\/(?:protocol|broker|account|\.well-known)\//,
    headers: {},
  },
];
