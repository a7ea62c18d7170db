import type { Exchange, OutsideCors } from '../cors/index.ts';
import { text, withoutControls } from './read-entry.ts';

/** By what a report says of a request, its cause too: version 1 says nothing else of it. */
const OUTSIDE: ReadonlyMap<string, OutsideCors> = new Map<string, OutsideCors>([
  ['no-cors', { type: 'no-cors' }],
  ['opaque-answer', { type: 'no-cors' }],
  ['embedder-policy', { type: 'no-cors' }],
  ['response-policy', { type: 'no-cors' }],
  ['opaque-response-blocking', { type: 'no-cors' }],
  ['service-worker', { type: 'service-worker', from: null }],
  ['service-worker-answer', { type: 'service-worker', from: null }],
  ['local-url', { type: 'local-url' }],
  ['content-security-policy', { type: 'content-security-policy', violated: null }],
  ['embedded', { type: 'embedded' }],
  ['embedded-without-policy', { type: 'embedded' }],
  ['integrity', { type: 'integrity' }],
  ['integrity-without-cors', { type: 'integrity' }],
]);

/** Longer names of where a service worker took an answer from are cut. */
const MAX_SOURCE_CHARS = 100;

/** Says why CORS decides nothing about a reported request; nothing where it does. */
export function outsideOfReported(
  { outside, cause, workerSource }: Readonly<Record<string, unknown>>,
  url: string,
): Pick<Exchange, 'outside'> {
  if (/^wss?:/.test(url)) return { outside: { type: 'websocket', received: 0 } };
  const told = OUTSIDE.get(text(outside)) ?? OUTSIDE.get(text(cause));
  if (told === undefined) return {};
  const from = withoutControls(text(workerSource)).slice(0, MAX_SOURCE_CHARS);
  return { outside: told.type === 'service-worker' && from !== '' ? { ...told, from } : told };
}
