import type { Exchange } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';

const PRIVATE_NETWORK = 'Access-Control-Allow-Private-Network';

/**
 * Says that `Access-Control-Allow-Private-Network` does nothing any more, where an answer carries it; else null. Measured
 * in Chromium 156: no preflight asks for it, and an answer that has it changes nothing.
 * @see https://wicg.github.io/local-network-access/
 */
export function idlePrivateNetwork({ hops }: Exchange): Sentence | null {
  const lists = hops.flatMap(({ preflight, response }) => [preflight?.response ?? null, response]);
  const line = lists
    .flatMap((answer) => answer?.headerList ?? [])
    .find(([name]) => name.toLowerCase() === PRIVATE_NETWORK.toLowerCase());
  return line === undefined
    ? null
    : sentence('idlePrivateNetwork', { header: `${PRIVATE_NETWORK}: ${line[1]}` });
}
