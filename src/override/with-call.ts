import { extractTokens, type Hop } from '../cors/index.ts';
import { fitsRule, withoutQuery } from './call-url.ts';
import { MAX_RULE_NAME_CHARS, type TargetObservations } from './target-observations.ts';

/** Only the newest calls are kept, because each costs one or more rules. */
const MAX_CALLS = 100;

/** Adds a hop's URL and method to the calls. @param opaque whether a frame with an opaque origin made the call */
export function withCall(
  observations: TargetObservations,
  { url, method, preflight, requestHeaders }: Hop,
  opaque: boolean,
): TargetObservations {
  const plain = withoutQuery(url);
  if (!fitsRule(plain) || method.length > MAX_RULE_NAME_CHARS) return observations;
  const sent = [
    ...(preflight === null
      ? []
      : (extractTokens(preflight.requestHeaders, 'Access-Control-Request-Headers') ?? [])),
    ...(requestHeaders ?? []).map(([name]) => name),
  ];
  const isConditional = sent.some((name) => name.toLowerCase() === 'if-unmodified-since');
  const known = observations.calls.find((call) => call.url === plain && call.opaque === opaque);
  const methods = known?.methods ?? [];
  const conditional = isConditional || known?.conditional === true;
  if (known?.conditional === conditional && methods.includes(method)) return observations;
  const call = { url: plain, methods: [...new Set([...methods, method])], opaque, conditional };
  const others = observations.calls.filter((one) => one !== known);
  return { ...observations, calls: [...others, call].slice(-MAX_CALLS) };
}
