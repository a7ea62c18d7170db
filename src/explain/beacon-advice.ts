import { currentHop, hostOf } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/**
 * Says how a beacon that its preflight stopped goes without one. Nobody reads a beacon's answer, so it loses nothing.
 * @see https://w3c.github.io/beacon/#sec-processing-model
 */
export function beaconAdvice({ exchange, diagnosis }: JudgedExchange): readonly Sentence[] {
  const [first] = diagnosis.failures;
  if (exchange.resourceType !== 'ping' || diagnosis.outcome !== 'blocked') return [];
  if (first?.stage !== 'preflight') return [];
  const host = hostOf(currentHop(exchange).url);
  return [sentence('adviceBeaconPlain', { header: 'Content-Type', host, type: 'text/plain' })];
}
