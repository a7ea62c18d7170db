import type { Exchange, OutsideCors, ViolatedDirective } from '../cors/index.ts';
import { record, text, withoutControls } from './read-entry.ts';

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

/** Longer names, of where a service worker took an answer from, of directives and types, are cut. */
const MAX_NAME_CHARS = 100;
const MAX_SOURCES_CHARS = 1_000;

/** Says why CORS decides nothing about a reported request; nothing where it does. */
export function outsideOfReported(
  { outside, cause, workerSource, violated }: Readonly<Record<string, unknown>>,
  url: string,
): Pick<Exchange, 'outside'> {
  if (/^wss?:/.test(url)) return { outside: { type: 'websocket', received: 0 } };
  const told = OUTSIDE.get(text(outside)) ?? OUTSIDE.get(text(cause));
  if (told === undefined) return {};
  switch (told.type) {
    case 'service-worker': {
      const from = cutText(workerSource);
      return { outside: from === '' ? told : { ...told, from } };
    }
    case 'content-security-policy':
      return { outside: { ...told, violated: violatedOf(record(violated)) } };
    case 'no-cors':
    case 'websocket':
    case 'local-url':
    case 'integrity':
    case 'embedded':
      return { outside: told };
  }
}

/** Reads the load without CORS whose answer Chrome gave to a reported request; nothing where it gave none. */
export function earlierLoadOf(value: unknown): Pick<Exchange, 'earlierLoad'> {
  const { resourceType, startedAt } = record(value);
  const type = cutText(resourceType);
  return type === '' || typeof startedAt !== 'number'
    ? {}
    : { earlierLoad: { resourceType: type, startedAt } };
}

function violatedOf({
  directive,
  sources,
  wanted,
  via,
}: Readonly<Record<string, unknown>>): ViolatedDirective | null {
  const [name, narrow] = [cutText(directive), cutText(wanted)];
  if (name === '' || narrow === '' || (via !== 'header' && via !== 'meta')) return null;
  return {
    directive: name,
    sources: withoutControls(text(sources)).slice(0, MAX_SOURCES_CHARS),
    wanted: narrow,
    via,
  };
}

function cutText(value: unknown): string {
  return withoutControls(text(value)).slice(0, MAX_NAME_CHARS);
}
