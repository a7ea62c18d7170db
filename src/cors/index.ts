export { addressSpaceOf } from './address-space.ts';
export { type AgainVerdict, canAskAgain, judgeAgain, withPreflight } from './ask-again.ts';
export { type BrowserProfile, CHROME } from './browser-profile.ts';
export type { CredentialsMode } from './credentials-mode.ts';
export { type Diagnosis, diagnose } from './diagnose.ts';
export { type Elsewhere, judgeElsewhere } from './elsewhere.ts';
export { answerAt, errorNameOf } from './error-name.ts';
export {
  answersOf,
  type CodeLocation,
  currentHop,
  type EarlierLoad,
  type Exchange,
  type Hop,
  type Outcome,
  type Preflight,
  type Response,
  type SetCookie,
  showsOverride,
} from './exchange.ts';
export { exposingValue, hiddenHeaderNames } from './exposed-headers.ts';
export {
  ALLOW_HEADERS_ERRORS,
  ALLOW_METHODS_ERRORS,
  ALLOW_ORIGIN_ERRORS,
  type CorsCheckError,
  type CorsError,
  CREDENTIALS_ERRORS,
  type Failure,
  type Fault,
  isOneOf,
  LOCATION_ERRORS,
  ORIGIN_ERRORS,
  type PreflightError,
  type When,
} from './failure.ts';
export { FIREFOX, type FirefoxError } from './firefox-profile.ts';
export {
  extractTokens,
  getHeader,
  type HeaderList,
  isToken,
  salvageTokens,
  setHeader,
} from './header-list.ts';
export { hopFaults } from './hop-faults.ts';
export { currentOrigin, hostOf, hostOfHop, originOfHop } from './host.ts';
export { locationUrl } from './location-url.ts';
export { isLoopbackOrigin } from './loopback.ts';
export { isCorsSafelistedMethod, normalizeMethod } from './method.ts';
export { callOrigins, corsTainting, hopOrigins, observedOrigin, originOf, taintedOrigins } from './origin.ts';
export type { OutsideCors, ViolatedDirective } from './outside-cors.ts';
export { isSameOwner, isTab, type Owner, ownerKey, ownerOfKey, SERVICE_WORKER, tabOwner } from './owner.ts';
export {
  disallowedHeaderNames,
  isMethodAllowed,
  isOkStatus,
  isRedirect,
  isRedirectStatus,
  preflightQuestion,
} from './preflight-check.ts';
export { rememberedHeaderNames, usedRememberedPreflight } from './remembered-preflight.ts';
export { type AnswerPlace, withAnswers } from './with-answers.ts';
export { wouldBeBlocked } from './would-be-blocked.ts';
