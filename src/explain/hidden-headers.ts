import {
  currentHop,
  exposingValue,
  extractTokens,
  type HeaderList,
  hostOf,
  type When,
} from '../cors/index.ts';
import { type MessageKey, type Sentence, sentence } from '../texts/index.ts';
import type { JudgedExchange } from './judged-exchange.ts';
import { unreadHeadersOf } from './unread-headers.ts';

/** The response headers that the script can't read although the call passed, and the header value that exposes them. */
export interface HiddenHeaders {
  /** Lower-cased; at least one. */
  readonly names: readonly string[];
  /** Who is known to read some of them. */
  readonly neededBy: readonly Sentence[];
  /** Those without which a protocol or a client doesn't work. */
  readonly vital: readonly string[];
  /** A wildcard exposes them to calls without credentials alone. */
  readonly when: When;
  /**
   * The value of `Access-Control-Expose-Headers` that exposes them in any case, and what the same protocol needs on other
   * answers.
   */
  readonly exposing: string;
  /** Where to add them, if the server sends a list already that lacks them. */
  readonly advice: Sentence | null;
}

/** What clients of a protocol read of one answer or another, by the sentence that names the protocol: one rule may serve all. */
const READ_BY_PROTOCOL: ReadonlyMap<MessageKey, readonly string[]> = new Map<MessageKey, readonly string[]>([
  // https://tus.io/protocols/resumable-upload#headers
  [
    'neededByTus',
    [
      'location',
      'upload-offset',
      'upload-length',
      'tus-resumable',
      'tus-version',
      'tus-extension',
      'tus-max-size',
    ],
  ],
  // https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md
  ['neededByGrpcWeb', ['grpc-status', 'grpc-message']],
]);

/** Returns null if the call didn't pass, or if it hides no header that a script has use for. */
export function hiddenHeadersOf(judged: JudgedExchange): HiddenHeaders | null {
  const unread = unreadHeadersOf(judged);
  if (unread === null) return null;
  const { names, neededBy, vital, when } = unread;
  const { headerList } = unread.response;
  const elsewhere = neededBy.flatMap(({ key }) => READ_BY_PROTOCOL.get(key) ?? []);
  return {
    names,
    neededBy,
    vital,
    when,
    exposing: exposingValue(headerList, [...new Set([...names, ...elsewhere])]),
    advice: extendList(headerList, hostOf(currentHop(judged.exchange).url), vital),
  };
}

/** Says where the vital names belong if the answer has a list without them. */
function extendList(headerList: HeaderList, host: string, names: readonly string[]): Sentence | null {
  const header = 'Access-Control-Expose-Headers';
  const sent = (extractTokens(headerList, header) ?? []).filter((token) => token !== '*');
  if (sent.length === 0 || names.length === 0) return null;
  return sentence('exposeExtend', { host, header, value: sent, names });
}
