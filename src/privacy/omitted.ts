/** Stands for text that was redacted or truncated. URLs and header names are ASCII, so they never contain it themselves. */
export const OMITTED = '…';
