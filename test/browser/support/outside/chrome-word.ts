import type { CDPSession, Page } from 'puppeteer-core';
import type { CauseId } from '../../../../src/causes/cause.ts';

/** What Chrome itself says of the requests of one page. */
export interface ChromeWord {
  readonly blockedReasons: readonly string[];
  readonly corsErrors: readonly string[];
  readonly netErrors: readonly string[];
  /** The statuses with which WebSocket handshakes were answered. */
  readonly handshakes: readonly number[];
  /** How many messages WebSockets got. */
  readonly received: number;
  /** Lines of the console. */
  readonly lines: readonly string[];
}

const NOTHING: ChromeWord = {
  blockedReasons: [],
  corsErrors: [],
  netErrors: [],
  handshakes: [],
  received: 0,
  lines: [],
};

/** Hears what Chrome says of a tab's requests, page by page. */
export interface ChromeWords {
  /** Begins with the next page. @returns what was said of the last one */
  next(): ChromeWord;
  /** Waits until the requests of the page are over: the next page would end them. Some have no end: a second at most. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const MAX_OPEN_MS = 1_000;

export async function listenToWords(page: Page): Promise<ChromeWords> {
  let word = NOTHING;
  const session: CDPSession = await page.createCDPSession();
  const add = (name: 'blockedReasons' | 'corsErrors' | 'netErrors' | 'lines', text: string | undefined) => {
    if (text !== undefined) word = { ...word, [name]: [...word[name], text] };
  };
  const open = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId }) => open.add(requestId));
  session.on('Network.loadingFinished', ({ requestId }) => open.delete(requestId));
  session.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
  session.on('Network.loadingFailed', ({ blockedReason, corsErrorStatus, errorText }) => {
    add('blockedReasons', blockedReason);
    add('corsErrors', corsErrorStatus?.corsError);
    add('netErrors', errorText);
  });
  session.on('Network.webSocketHandshakeResponseReceived', ({ response: { status } }) => {
    word = { ...word, handshakes: [...word.handshakes, status] };
  });
  session.on('Network.webSocketFrameReceived', () => {
    word = { ...word, received: word.received + 1 };
  });
  session.on('Network.webSocketFrameError', ({ errorMessage }) => add('lines', errorMessage));
  session.on('Log.entryAdded', ({ entry }) => add('lines', entry.text));
  await session.send('Network.enable');
  await session.send('Log.enable');
  return {
    next: () => {
      const said = word;
      word = NOTHING;
      open.clear();
      return said;
    },
    idle: async () => {
      const deadline = Date.now() + MAX_OPEN_MS;
      while (open.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    close: () => session.detach(),
  };
}

/** Chrome's words for what isn't CORS, and the causes that stand for them. */
const REASONS: Readonly<Record<string, CauseId>> = {
  'corp-not-same-origin': 'response-policy',
  'corp-not-same-site': 'response-policy',
  'corp-not-same-origin-after-defaulted-to-same-origin-by-coep': 'embedder-policy',
  'coep-frame-resource-needs-coep-header': 'embedder-policy',
  csp: 'content-security-policy',
};

/** Where Chrome says that CORS blocked it, and whose answer that was isn't told. */
export const BLOCKED = 'blocked';

/** Where Chrome says that a request failed, and not why. */
export const UNTOLD = 'untold';

const UNCHECKED = 'Subresource Integrity: The resource';
/** Of an answer that came by CORS, or from the page's own server: it is another than the page expects. */
const NO_DIGEST = 'Failed to find a valid digest';

/**
 * Says which cause stands for what Chrome said.
 * @param type the type of the response that the page got, if it told
 * @returns null where Chrome says that nothing is wrong
 */
export function causeBy(
  word: ChromeWord,
  type: string | null,
): CauseId | typeof UNTOLD | typeof BLOCKED | null {
  const [reason] = word.blockedReasons;
  if (reason !== undefined && reason !== 'other') return REASONS[reason] ?? UNTOLD;
  if (word.corsErrors.includes('MissingAllowOriginHeader')) return BLOCKED;
  if (word.netErrors.includes('net::ERR_BLOCKED_BY_ORB')) return 'opaque-response-blocking';
  if (word.handshakes.includes(101) && word.received === 0) return 'websocket-closed';
  if (word.lines.some((line) => line.startsWith(UNCHECKED))) return 'integrity-without-cors';
  if (word.lines.some((line) => line.startsWith(NO_DIGEST))) return null;
  if (type === 'opaque') return 'opaque-answer';
  const failed = type === 'error' || word.lines.length > 0 || word.netErrors.length > 0;
  return failed ? UNTOLD : null;
}
