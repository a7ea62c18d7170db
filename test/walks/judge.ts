import type { MadeCall, SeenDocument } from './player.ts';
import { type Action, type Call, callIds, describeCall, type Place, type Step, type Target } from './walk.ts';
import type { Received } from './world.ts';

/** An override that is on, as far as it was asked for. */
export type WalkOverride = Omit<Action & { readonly type: 'override' }, 'type' | 'enabled'>;

/** What became of a step in both browsers. */
export interface Played {
  readonly step: Step;
  readonly index: number;
  /** In the browser with the extension, and in the one without. */
  readonly documents: readonly SeenDocument[];
  readonly twins: readonly SeenDocument[];
  readonly received: readonly Received[];
  /** Those that are on in the browser with the extension. */
  readonly overrides: readonly WalkOverride[];
  originOf(place: Place): string;
}

export const VIOLATION_KINDS = [
  /** Somebody whom no override is for could do more than without the extension. */
  'gained',
  /** Somebody else could do less. */
  'lost',
  /** The override's own page could do less. */
  'lost-by-own',
  /** Something else was not as it is without the extension. */
  'changed',
  /** A condition of the override's page for the server was replaced. */
  'overwritten',
  /** The extension didn't do as it was told. */
  'refused',
  /** A step didn't come to an end. */
  'halted',
] as const;

export type ViolationKind = (typeof VIOLATION_KINDS)[number];

export interface Violation {
  readonly kind: ViolationKind;
  /** Who, and what of theirs is not as it should be. */
  readonly what: string;
  /** As it is without the extension. */
  readonly expected: string;
  readonly got: string;
}

/** What was seen of a step, to know that a walk tried anything at all. */
export interface Judgement {
  readonly violations: readonly Violation[];
  /** Calls that could be compared. */
  readonly compared: number;
  /** Of these, calls of an override's own page that it let through. */
  readonly letThrough: number;
}

/**
 * Compares what documents could do with the extension and without it. Those that an override is for may read more, and
 * never less; for all others, and for what their servers receive, nothing may differ.
 */
export function judge(played: Played): Judgement {
  const { step, index, documents, twins, received } = played;
  const calls = new Map([
    ...step.calls.map((call, at) => [callIds(index, 'after')(at), call] as const),
    ...step.first.map((call, at) => [callIds(index, 'first')(at), call] as const),
  ]);
  const violations: Violation[] = [];
  let compared = 0;
  let letThrough = 0;
  for (const mine of documents) {
    const twin = twins.find((one) => one.tab === mine.tab && one.path === mine.path);
    if (twin === undefined || twin.origin !== mine.origin) continue;
    const who = `${mine.tab}, ${mine.path} (${mine.href.split(/[?,]/)[0]}, origin ${mine.origin})`;
    if (/^http/.test(twin.href) && mine.href !== twin.href) {
      violations.push({ kind: 'changed', what: `${who}: its URL`, expected: twin.href, got: mine.href });
    }
    for (const made of mine.calls) {
      const call = calls.get(made.id);
      const other = twin.calls.find(({ id, by }) => id === made.id && by === made.by);
      if (call === undefined || other === undefined || other.outcome === 'no answer') continue;
      compared++;
      const isMeant = isFor(mine, call, played);
      const requests = [false, true].map((fromTwin) => requestsOf(made, call, received, fromTwin));
      const [got = [], expected = []] = requests;
      if (isMeant && made.outcome.startsWith('read') && !other.outcome.startsWith('read')) letThrough++;
      const when = made.id.includes('f') ? ', while it was parsed' : '';
      const what = `${who}: ${describeCall(call)}${when}`;
      const isGained = kindOf(made.outcome, other.outcome) === 'gained';
      if (!isGained && losesOrigin(mine, call, played, [got, expected])) continue;
      violations.push(
        ...(isMeant
          ? violationsOfOwn(what, call, [made, other], [got, expected])
          : violationsOfOthers(what, [made, other], [got, expected])),
      );
    }
  }
  return { violations, compared, letThrough };
}

/** Whether an override that is on is for this call. */
function isFor(document: SeenDocument, call: Call, { overrides, documents, originOf }: Played): boolean {
  return overrides.some((override) => {
    if (override.target !== call.target) return false;
    const page = originOf(override.page);
    if (call.from === 'service worker') {
      return override.allow.includes('service-worker') && document.origin === page;
    }
    if (override.tab !== document.tab) return false;
    if (document.origin === page) return true;
    return override.allow.includes('opaque-origin') && isOwnOpaque(document, documents, page);
  });
}

/**
 * Whether Chromium takes the origin from a call: while a debugger answers preflights in a tab, what the page's own server
 * redirects to another origin is sent with `Origin: null`.
 */
function losesOrigin(
  { tab, origin }: SeenDocument,
  { through }: Call,
  { overrides }: Played,
  [got, expected]: Both<readonly Received[]>,
): boolean {
  const isDebugged = overrides.some((one) => one.tab === tab && one.allow.includes('answer-preflight'));
  const came = (requests: readonly Received[], from: string) =>
    requests.some((one) => one.server !== 'a page' && one.origin === from);
  return through === 'its own server' && isDebugged && came(got, 'null') && came(expected, origin);
}

/** Whether a sandboxed or `data:` document is the page's own: it made it, or it is of its server. */
function isOwnOpaque(document: SeenDocument, all: readonly SeenDocument[], page: string): boolean {
  if (document.origin !== 'null') return false;
  const parentPath = document.path.slice(0, document.path.lastIndexOf('/'));
  const parent = all.find(({ tab, path }) => tab === document.tab && path === parentPath);
  if (parent === undefined) return false;
  const ofPage = /^(?:about|data):/.test(document.href) || document.href.startsWith(`${page}/`);
  return ofPage && (parent.origin === page || isOwnOpaque(parent, all, page));
}

/** What servers have received of a call. */
function requestsOf(
  { id, by }: MadeCall,
  { through, target }: Call,
  received: readonly Received[],
  fromTwin: boolean,
): readonly Received[] {
  const always = through === 'X, always the same';
  return received.filter(
    (one) =>
      one.fromTwin === fromTwin &&
      one.by === by &&
      // Of what always goes to the same URL nobody knows whose preflight it is, nor for which target X was asked.
      (always
        ? one.id === 'always the same' && one.asksFor === null && isOnTheWayTo(target, one)
        : one.id === id),
  );
}

function isOnTheWayTo(target: Target, { server }: Received): boolean {
  return server === target || server === 'X';
}

type Both<T> = readonly [mine: T, twins: T];

function violationsOfOthers(
  what: string,
  [made, other]: Both<MadeCall>,
  [got, expected]: Both<readonly Received[]>,
): readonly Violation[] {
  if (made.outcome !== other.outcome) {
    return [{ kind: kindOf(made.outcome, other.outcome), what, expected: other.outcome, got: made.outcome }];
  }
  const [here, there] = [described(got), described(expected)];
  if (here === there) return [];
  return [{ kind: got.length < expected.length ? 'lost' : 'gained', what, expected: there, got: here }];
}

function kindOf(mine: string, twins: string): ViolationKind {
  const [read, twinRead] = [mine, twins].map((outcome) => outcome.startsWith('read'));
  if (read === twinRead) return 'changed';
  return read ? 'gained' : 'lost';
}

/**
 * The page's own calls may come to more, and not to less; but for what a redirect makes lose its origin: rules learn of
 * the redirect from the first such call, for which they may come too late.
 */
function violationsOfOwn(
  what: string,
  { through }: Call,
  [made, other]: Both<MadeCall>,
  [got, expected]: Both<readonly Received[]>,
): readonly Violation[] {
  const isTainted = through.startsWith('X');
  const lost = !isTainted && other.outcome !== 'unreadable' && made.outcome !== other.outcome;
  if (lost) return [{ kind: 'lost-by-own', what, expected: other.outcome, got: made.outcome }];
  const count = (all: readonly Received[]) => all.filter(({ asksFor }) => asksFor === null).length;
  if (!isTainted && count(got) < count(expected)) {
    return [{ kind: 'lost-by-own', what, expected: described(expected), got: described(got) }];
  }
  const overwritten = got.some((one) => one.method !== 'GET' && one.ifUnmodifiedSince !== null);
  if (overwritten) {
    return [{ kind: 'overwritten', what, expected: 'no If-Unmodified-Since', got: described(got) }];
  }
  return [];
}

/** What servers received, each once: the browser may ask again where a connection was closed. */
function described(received: readonly Received[]): string {
  const lines = received.map(({ server, method, asksFor, origin, ifUnmodifiedSince }) => {
    const question = asksFor === null ? '' : ` for ${asksFor}`;
    const condition = ifUnmodifiedSince === null ? '' : `, If-Unmodified-Since: ${ifUnmodifiedSince}`;
    return `${server} receives ${method}${question} with Origin ${origin ?? '(none)'}${condition}`;
  });
  return [...new Set(lines)].sort().join('; ') || 'no server receives anything';
}
