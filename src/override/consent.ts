/** Means of an override that are taken only once the user agreed to them in words. */
export const CONSENTS = ['origin-rewrite', 'answer-preflight', 'opaque-origin', 'service-worker'] as const;

export type Consent = (typeof CONSENTS)[number];
