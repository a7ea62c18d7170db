import type { Consent } from '../../src/override/consent.ts';

/** What is called from where, and what is done in between, to find out whom an override reaches. All of it is data. */
export interface Walk {
  readonly seed: number;
  readonly steps: readonly Step[];
}

/** A step, and the calls that every document, worker and service worker makes right after it. */
export interface Step {
  readonly action: Action;
  readonly calls: readonly Call[];
  /** What a document that the step brings calls while it is still being parsed. */
  readonly first: readonly Call[];
}

/** Whose page: its origin, as far as a browser goes by it. All are the same machine. */
export const PLACES = {
  /** The page that overrides are for most of the time. */
  A: 'localhost, port a',
  /** Other apps on localhost. */
  B: 'localhost, port b',
  C: 'localhost, port c',
  D: 'localhost, port d',
  /** The same hosts, written otherwise. */
  'A with a dot': 'localhost., port a',
  'B with a dot': 'localhost., port b',
  'under A': 'app.localhost, port a',
  'under B': 'app.localhost, port b',
  'under B with a dot': 'app.localhost., port b',
  /** Not localhost by name. */
  '127.0.0.1': '127.0.0.1, port b',
  /** A host that the extension has no access to. */
  E: 'evil.example.test, port b',
} as const;

export type Place = keyof typeof PLACES;

/** Where a page of a place is found. */
export type PagePath = '/page' | '/other' | '/sw/page';

/** The override's targets; `T by name` is the first by another name, so another origin. */
export const TARGETS = ['T1', 'T2', 'T by name'] as const;
export type Target = (typeof TARGETS)[number];

/** How a target answers. */
export const MANNERS = [
  /** Without any CORS header. */
  'closed',
  /** 403 to any origin but its own. */
  'own-only',
  /** 405 to OPTIONS, and otherwise nothing. */
  'no-options',
  /** Everything is allowed to any origin but that of A, credentials included. */
  'open-to-others',
  'open-to-all',
  /** Everything is allowed to whoever asks. */
  'right',
  /** The preflight allows one more header each time, whose name is 230,000 characters long. */
  'long-names',
] as const;
export type Manner = (typeof MANNERS)[number];

type Through =
  | 'nothing'
  /** A server that redirects to the target. */
  | 'X'
  /** The same, with the fragment by which the extension once marked redirects in the URL it redirects to. */
  | 'X, marked'
  /** The same, from one URL to one URL for whoever calls. */
  | 'X, always the same'
  /** A redirect of the caller's own server. */
  | 'its own server';

export interface Call {
  readonly target: Target;
  readonly manner: Manner;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly credentials: 'include' | 'omit';
  readonly mode: 'cors' | 'no-cors';
  /** The name of a header of the caller's own. */
  readonly header: string | null;
  readonly through: Through;
  readonly from: 'document' | 'worker' | 'service worker';
}

export type Tab = 'the tab' | 'another tab';

export const FRAME_KINDS = [
  'plain',
  'sandboxed',
  'object',
  'embed',
  'srcdoc',
  'sandboxed srcdoc',
  'data',
  'blob',
] as const;
type FrameKind = (typeof FRAME_KINDS)[number];

/** Which document of the tab: its top one, or the one of the frame that was added last, or before that. */
export type Under = 'top' | 'newest' | 'second newest';

export type Action =
  | {
      readonly type: 'navigate';
      readonly tab: Tab;
      readonly to: Place;
      readonly path: PagePath;
      readonly by: 'link' | 'location' | 'address bar' | 'redirect';
    }
  /** The tab's page replaces itself by a blob of its own. */
  | { readonly type: 'navigate to own blob'; readonly tab: Tab }
  | { readonly type: 'navigate to about:blank'; readonly tab: Tab; readonly by: 'location' | 'address bar' }
  | { readonly type: 'navigate to chrome://version'; readonly tab: Tab }
  /**
   * A navigation that begins and gets no answer: what was there stays. Meanwhile a frame is added, if it says whose, and
   * the calls are made; then it is stopped.
   */
  | { readonly type: 'begin to navigate'; readonly to: Place; readonly frameOf: Place | null }
  | { readonly type: 'history'; readonly delta: -1 | 1; readonly by: 'script' | 'button' }
  | { readonly type: 'reload' }
  /** A link that is answered with a file: what was there stays. */
  | { readonly type: 'download'; readonly from: Place }
  | {
      readonly type: 'add frame';
      readonly kind: FrameKind;
      /** Whose; of no meaning for kinds that have no URL of their own. */
      readonly of: Place | 'another extension';
      readonly path: PagePath;
      /** Over X's redirect that is always the same, to a page of the target. */
      readonly throughX: boolean;
      readonly under: Under;
    }
  | { readonly type: 'add dead frames'; readonly count: number; readonly under: Under }
  | { readonly type: 'move frame' | 'remove frame'; readonly which: Exclude<Under, 'top'> }
  | { readonly type: 'navigate frame'; readonly which: Exclude<Under, 'top'>; readonly to: Place }
  | {
      readonly type: 'override';
      readonly tab: Tab;
      readonly page: Place;
      readonly target: Target;
      readonly enabled: boolean;
      readonly allow: readonly Consent[];
    }
  | { readonly type: 'stop the worker' }
  | { readonly type: 'fill the store' }
  | { readonly type: 'empty the store' }
  | { readonly type: 'reload the extension' }
  /** The top document calls a target again and again. */
  | { readonly type: 'call often'; readonly target: Target; readonly manner: Manner; readonly times: number }
  | { readonly type: 'wait'; readonly milliseconds: number };

/** A walk in a form to read: a line for each step. */
export function describeWalk({ seed, steps }: Walk): string {
  return [`walk ${seed}`, ...steps.map((step, index) => `${index}. ${describeStep(step)}`)].join('\n');
}

function describeStep({ action, calls, first }: Step): string {
  const all = [
    ...first.map((call) => `at once ${describeCall(call)}`),
    ...calls.map((call) => describeCall(call)),
  ];
  return `${describeAction(action)}${all.map((call) => `\n     ${call}`).join('')}`;
}

export function describeCall({
  target,
  manner,
  method,
  credentials,
  mode,
  header,
  through,
  from,
}: Call): string {
  const parts = [
    `${method} ${target}/${manner}`,
    ...(credentials === 'include' ? ['with credentials'] : []),
    ...(mode === 'cors' ? [] : [mode]),
    ...(header === null ? [] : [`with ${header}`]),
    ...(through === 'nothing' ? [] : [`through ${through}`]),
    ...(from === 'document' ? [] : [`from the ${from}`]),
  ];
  return parts.join(', ');
}

function describeAction(action: Action): string {
  switch (action.type) {
    case 'navigate':
      return `${action.tab} goes to ${action.to}${action.path} by ${action.by}`;
    case 'navigate to own blob':
      return `${action.tab} goes to a blob of its own`;
    case 'navigate to about:blank':
      return `${action.tab} goes to about:blank by ${action.by}`;
    case 'navigate to chrome://version':
      return `${action.tab} goes to chrome://version`;
    case 'begin to navigate':
      return `the tab begins to go to ${action.to}, which doesn't answer${
        action.frameOf === null ? '' : `, and a frame of ${action.frameOf} is added`
      }`;
    case 'history':
      return `${action.delta < 0 ? 'back' : 'forward'} by ${action.by}`;
    case 'reload':
      return 'reload';
    case 'download':
      return `a file of ${action.from} is downloaded by a link`;
    case 'add frame': {
      const whose = action.of === 'another extension' ? action.of : `${action.of}${action.path}`;
      return `a frame (${action.kind}) of ${action.throughX ? 'T1, through X' : whose} is added under ${action.under}`;
    }
    case 'add dead frames':
      return `${action.count} frames that nobody serves are added under ${action.under}`;
    case 'move frame':
    case 'remove frame':
      return `${action.type}, ${action.which}`;
    case 'navigate frame':
      return `the ${action.which} frame goes to ${action.to}`;
    case 'override': {
      const consents = action.allow.length === 0 ? '' : `, consent to ${action.allow.join(', ')}`;
      return `override ${action.enabled ? 'on' : 'off'}: ${action.page} to ${action.target} in ${action.tab}${consents}`;
    }
    case 'call often':
      return `the page calls ${action.target}/${action.manner} ${action.times} times`;
    case 'wait':
      return `${action.milliseconds} ms go by`;
    case 'stop the worker':
    case 'fill the store':
    case 'empty the store':
    case 'reload the extension':
      return action.type;
  }
}

/** @returns what the calls of a step are known by: those that its new document makes at once, or those that all make after it */
export function callIds(step: number, when: 'first' | 'after'): (index: number) => string {
  return (index) => `${step}${when === 'first' ? 'f' : '.'}${index}`;
}
