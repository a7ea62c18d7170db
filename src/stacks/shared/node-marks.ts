export const JSON_UTF8 = /^application\/json; charset=utf-8$/;

/** No CORS library took part in the answer: such libraries vary by origin even if they refuse one. */
export const NO_CORS = { 'access-control-allow-origin': false, vary: false } as const;

/** CORS is set up, and the origin isn't allowed. */
export const REFUSED = { 'access-control-allow-origin': false, 'access-control-allow-methods': /./ } as const;

/** Koa and Hono send few headers. They send neither X-Powered-By nor Server. */
export const UNNAMED = { server: false, 'x-powered-by': false, 'x-content-type-options': false } as const;
