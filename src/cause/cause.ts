/** The root causes that the panel and the report name. A closed list; the ids are stable. */
export const CAUSES = [
  'header-not-allowed',
  'method-not-allowed',
  'origin-not-allowed',
  'not-configured',
  'malformed-origin',
  'multiple-origins',
  'wildcard-with-credentials',
  'credentials-not-allowed',
  'malformed-list',
  'preflight-status',
  'preflight-redirect',
  'response-without-cors',
  'redirect-not-allowed',
  'network-error',
] as const;

export type CauseId = (typeof CAUSES)[number];
