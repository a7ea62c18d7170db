export const JSON_UTF8 = /^application\/json; charset=utf-8$/;

/** No CORS library had to do with the answer: they vary by origin even where they refuse one. */
export const NO_CORS = { 'access-control-allow-origin': false, vary: false } as const;

/** CORS is set up, and the origin isn't allowed. */
export const REFUSED = { 'access-control-allow-origin': false, 'access-control-allow-methods': /./ } as const;

/** Koa and Hono say little, but no X-Powered-By and no Server belongs to it. */
export const UNNAMED = { server: false, 'x-powered-by': false, 'x-content-type-options': false } as const;
