import { addressSpaceOf, currentHop, type Exchange, originOf } from '../cors/index.ts';
import { type Sentence, sentence } from '../texts/index.ts';

/**
 * The permissions of local network access. The last one stands for both in browsers that don't know them apart.
 * @see https://wicg.github.io/local-network-access/#permissions-policy
 */
export const LOCAL_NETWORK_PERMISSIONS = [
  'loopback-network',
  'local-network',
  'local-network-access',
] as const;
export type LocalNetworkPermission = (typeof LOCAL_NETWORK_PERMISSIONS)[number];

export type PermissionState = 'granted' | 'denied' | 'prompt';

/** A frame that the page embeds. */
interface EmbeddedFrame {
  /** Empty for a document that the page wrote. */
  readonly url: string;
  /** The value of its `sandbox`; null without one. */
  readonly sandbox: string | null;
  /** The value of its `allow`; empty without one. */
  readonly allow: string;
  /** What is delegated to it. Null where the browser doesn't tell. */
  readonly delegated: readonly LocalNetworkPermission[] | null;
}

/** What the page has of local network access now, by its own account. */
export interface LocalNetwork {
  readonly pageOrigin: string;
  /** Whether the page is a secure context. */
  readonly isSecure: boolean;
  /** Without those that the browser doesn't know. */
  readonly states: Readonly<Partial<Record<LocalNetworkPermission, PermissionState>>>;
  /** What the page's own Permissions-Policy leaves it. Null where the browser doesn't tell. */
  readonly allowed: readonly LocalNetworkPermission[] | null;
  readonly frames: readonly EmbeddedFrame[];
}

/** How many frames are named. */
const MAX_FRAMES = 3;

/**
 * Says what of local network access the document that made a call has now, and what it lacks. Empty if the call is of a
 * document that the page doesn't embed itself.
 */
export function localNetworkNow(exchange: Exchange, now: LocalNetwork): readonly Sentence[] {
  const permissions = permissionsFor(currentHop(exchange).url, now);
  if (!now.isSecure) return [sentence('localInsecure', { page: now.pageOrigin })];
  if (permissions.length === 0) return [];
  if (exchange.origin === now.pageOrigin) return ofPage(permissions, now);
  const frames = now.frames.filter((frame) => originOfFrame(frame, now) === exchange.origin);
  const lacking = frames.filter(({ delegated }) => lacks(delegated, permissions));
  if (lacking.length > 0)
    return [
      ...lacking.slice(0, MAX_FRAMES).map((frame) => ofFrame(permissions, frame)),
      ...besides(permissions, now),
    ];
  const [frame] = frames;
  if (frame === undefined || frame.delegated === null) return [];
  return [sentence('localFrameHas', { frame: nameOf(frame), permissions }), ...ofPage(permissions, now)];
}

/** The permissions that a call to `url` needs, of those that the browser knows. Both, if the host's name doesn't tell. */
function permissionsFor(url: string, { states }: LocalNetwork): readonly LocalNetworkPermission[] {
  const space = addressSpaceOf(url);
  const both = ['loopback-network', 'local-network'] as const;
  const wanted = space === null ? both : both.filter((name) => name === `${space}-network`);
  const known = wanted.filter((name) => states[name] !== undefined);
  if (known.length > 0) return known;
  return states['local-network-access'] === undefined ? [] : ['local-network-access'];
}

function lacks(
  of: readonly LocalNetworkPermission[] | null,
  permissions: readonly LocalNetworkPermission[],
): boolean {
  return of !== null && permissions.some((name) => !of.includes(name));
}

function ofPage(permissions: readonly LocalNetworkPermission[], now: LocalNetwork): readonly Sentence[] {
  if (lacks(now.allowed, permissions))
    return [sentence('localPolicy', { header: 'Permissions-Policy', page: now.pageOrigin, permissions })];
  // The worst state decides: Chrome names no address space to the page.
  for (const [state, key] of STATE_TEXTS) {
    const inIt = permissions.filter((name) => now.states[name] === state);
    if (inIt.length > 0) return [sentence(key, { page: now.pageOrigin, permissions: inIt })];
  }
  return [];
}

const STATE_TEXTS = [
  ['denied', 'localDenied'],
  ['prompt', 'localPrompt'],
  ['granted', 'localGranted'],
] as const satisfies readonly (readonly [PermissionState, string])[];

/** What is to be said of the page where a frame lacks what it needs. For such a frame Chrome doesn't ask. */
function besides(permissions: readonly LocalNetworkPermission[], now: LocalNetwork): readonly Sentence[] {
  if (permissions.every((name) => now.states[name] === 'granted'))
    return [sentence('localOnlyFrame', { page: now.pageOrigin, permissions })];
  const isKeptOff = permissions.some((name) => now.states[name] === 'denied');
  return isKeptOff ? ofPage(permissions, now) : [];
}

function ofFrame(permissions: readonly LocalNetworkPermission[], frame: EmbeddedFrame): Sentence {
  const named = { frame: nameOf(frame), permissions };
  return frame.allow === ''
    ? sentence('localFrameBare', { ...named, attribute: 'allow' })
    : sentence('localFrameLacks', { ...named, attribute: `allow="${frame.allow}"` });
}

function nameOf({ url, sandbox }: EmbeddedFrame): string {
  const attributes = [url === '' ? 'srcdoc' : `src="${url}"`, ...(sandbox === null ? [] : ['sandbox'])];
  return `<iframe ${attributes.join(' ')}>`;
}

/** @see https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox */
function originOfFrame({ url, sandbox }: EmbeddedFrame, { pageOrigin }: LocalNetwork): string {
  if (sandbox !== null && !/(?:^|\s)allow-same-origin(?:\s|$)/i.test(sandbox)) return 'null';
  return url === '' || url.startsWith('about:') ? pageOrigin : originOf(url);
}
