import { type BrowserProfile, CHROME, FIREFOX } from '../cors/index.ts';
import type { ObservedStep } from '../observe/index.ts';

/** What differs between the browsers that the extension runs in, beside what an API tells by being absent. */
export interface OwnBrowser {
  readonly profile: BrowserProfile;
  /** What `webRequest` has to be asked for, lest it keep headers and preflights to itself. */
  readonly extraInfo: readonly 'extraHeaders'[];
  /** What a request's `onBeforeSendHeaders` tells: that its preflight has passed, or only what it will carry. */
  readonly sendHeadersPhase: Extract<ObservedStep['phase'], 'before-send-headers' | 'headers-planned'>;
  /** Whether it tells that an organisation has changed its policy. */
  readonly tellsPolicyChanges: boolean;
  /** Whether its `webRequest` joins header lines of one name, which its DevTools don't. */
  readonly joinsHeaderLines: boolean;
  /** Whether its DevTools name the error of a request that failed. */
  readonly devtoolsNamesErrors: boolean;
  /** How far its DevTools may lag behind its webRequest, in ms, if further than usual. */
  readonly devtoolsLag?: number;
  /** Whether it asks the user for hosts in the popup alone: not within DevTools. */
  readonly asksInPopup: boolean;
  /**
   * Rules of `declarativeNetRequest` may depend on an answer's headers. Where they may not, the browser also shows
   * extensions the answers as rules have changed them.
   */
  readonly rulesSeeAnswers: boolean;
  /** The methods that rules have a name for, all others being `other`; null if rules name any method. */
  readonly ruleMethods: readonly string[] | null;
}

const RUNS_IN_CHROME: OwnBrowser = {
  profile: CHROME,
  extraInfo: ['extraHeaders'],
  sendHeadersPhase: 'before-send-headers',
  tellsPolicyChanges: true,
  joinsHeaderLines: false,
  devtoolsNamesErrors: true,
  asksInPopup: false,
  rulesSeeAnswers: true,
  ruleMethods: ['connect', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'],
};

/** @see https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/webRequest */
const RUNS_IN_FIREFOX: OwnBrowser = {
  profile: FIREFOX,
  extraInfo: [],
  sendHeadersPhase: 'headers-planned',
  tellsPolicyChanges: false,
  joinsHeaderLines: true,
  devtoolsNamesErrors: false,
  // To DevTools a request starts when it gets a connection. With hundreds at once it tells of it seconds late.
  devtoolsLag: 60_000,
  asksInPopup: true,
  rulesSeeAnswers: false,
  ruleMethods: null,
};

/** The browser that this was built for, so that no build holds another's data. */
export const ownBrowser: OwnBrowser = import.meta.env.MODE === 'firefox' ? RUNS_IN_FIREFOX : RUNS_IN_CHROME;

/** The deviations of the browser that the extension runs in. */
export function ownProfile(): BrowserProfile {
  return ownBrowser.profile;
}
