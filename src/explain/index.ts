export { isForReader } from './advice.ts';
export type { Answerer } from './answerer.ts';
export { keepingAnyOrigin } from './any-origin.ts';
export { behindLocalNetwork } from './behind-local-network.ts';
export { byCause, type SameCause } from './by-cause.ts';
export { addedTokens } from './certain-headers.ts';
export type { Comparison, Verdict } from './comparison.ts';
export { concernsLocalNetwork } from './concerns-local-network.ts';
export { conditionKey } from './condition.ts';
export { type ConsoleLine, consoleLine } from './console-line.ts';
export { errorRemains } from './error-remains.ts';
export { expectedHeaders } from './expected-headers.ts';
export { explainAll, type SharedContext } from './explain-all.ts';
export { type Explanation, explain, type PageSide } from './explanation.ts';
export type { Fix } from './fix.ts';
export { parseAlsoAllow } from './further-origins.ts';
export { heldConnections } from './held-connections.ts';
export { type CallResult, isJudged, type JudgedExchange, judge, resultOf } from './judged-exchange.ts';
export { laterCall } from './later-call.ts';
export {
  LOCAL_NETWORK_PERMISSIONS,
  type LocalNetwork,
  type LocalNetworkPermission,
  localNetworkNow,
  type PermissionState,
} from './local-network.ts';
export type { OverrideEffect } from './override-effect.ts';
export { preflightsOfPage } from './preflight-cost.ts';
export { addedToRecipe, namesOrigins, unchanged } from './recipe-growth.ts';
export { type RequiredHeader, requiredHeaders } from './required-headers.ts';
export { cookiesByHost, cookiesFor } from './set-cookies.ts';
export type { StackChoice } from './stack-choice.ts';
export type { Step } from './timeline.ts';
export { hiddenVitalHeaders } from './unread-headers.ts';
export type { UnsentCookies } from './unsent-cookies.ts';
export type { Warning } from './warnings.ts';
export { whoWords } from './who-words.ts';
export type { DevProxyWorkaround } from './workarounds.ts';
