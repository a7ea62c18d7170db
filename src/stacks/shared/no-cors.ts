/** The answer has no CORS header. */
export const NO_CORS = {
  'access-control-allow-origin': false,
  'access-control-allow-methods': false,
} as const;
