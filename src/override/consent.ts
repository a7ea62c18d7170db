/** What an override does only if the user has agreed to it. Each has its own words in the panel. */
export const CONSENTS = ['origin-rewrite', 'answer-preflight', 'opaque-origin', 'service-worker'] as const;

export type Consent = (typeof CONSENTS)[number];
