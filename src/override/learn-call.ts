import { extractTokens, type Hop } from '../cors/index.ts';
import { isTruncatedUrl } from '../observe/index.ts';
import { type Lessons, LONGEST_NAME, LONGEST_URL } from './lessons.ts';

/** How many calls are kept, the newest: each costs one or more rules. */
const CALLS_KEPT = 100;

/** Learns that the page calls a hop's URL by a hop's method. */
export function learnCall(
  lessons: Lessons,
  { url, method, preflight, requestHeaders }: Hop,
  opaque: boolean,
): Lessons {
  const end = url.search(/[?#]/);
  const plain = end < 0 ? url : url.slice(0, end);
  if (plain.length > LONGEST_URL || method.length > LONGEST_NAME || isTruncatedUrl(plain)) return lessons;
  const sent = [
    ...(preflight === null
      ? []
      : (extractTokens(preflight.requestHeaders, 'Access-Control-Request-Headers') ?? [])),
    ...(requestHeaders ?? []).map(([name]) => name),
  ];
  const isConditional = sent.some((name) => name.toLowerCase() === 'if-unmodified-since');
  const known = lessons.calls.find((call) => call.url === plain && call.opaque === opaque);
  const methods = known?.methods ?? [];
  const conditional = isConditional || known?.conditional === true;
  if (known?.conditional === conditional && methods.includes(method)) return lessons;
  const call = { url: plain, methods: [...new Set([...methods, method])], opaque, conditional };
  const others = lessons.calls.filter((one) => one !== known);
  return { ...lessons, calls: [...others, call].slice(-CALLS_KEPT) };
}
