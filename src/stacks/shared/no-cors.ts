/** Neither allowed nor told what would be. */
export const NO_CORS = {
  'access-control-allow-origin': false,
  'access-control-allow-methods': false,
} as const;
