import { anthropic } from './anthropic.ts';
import { apollo } from './apollo.ts';
import { applicationInsights } from './application-insights.ts';
import { aws } from './aws.ts';
import { axios } from './axios.ts';
import { azure } from './azure.ts';
import type { Client } from './client.ts';
import { connect } from './connect.ts';
import { datadog } from './datadog.ts';
import { elasticApm } from './elastic-apm.ts';
import { firebase } from './firebase.ts';
import { google } from './google.ts';
import { grpcWeb } from './grpc-web.ts';
import { highlight } from './highlight.ts';
import { htmx } from './htmx.ts';
import { mcp } from './mcp.ts';
import { newRelic } from './new-relic.ts';
import { openai } from './openai.ts';
import { openrouter } from './openrouter.ts';
import { opentelemetry } from './opentelemetry.ts';
import { posthog } from './posthog.ts';
import { sentry } from './sentry.ts';
import { signalr } from './signalr.ts';
import { supabase } from './supabase.ts';

/**
 * All known client libraries, by id. The order matters: of the libraries that fit a header, `clientOf` names the first.
 * A library without a `mark` therefore stands after all marked ones that share a header with it.
 */
export const CLIENTS = {
  anthropic,
  openai,
  openrouter,
  datadog,
  sentry,
  'elastic-apm': elasticApm,
  'new-relic': newRelic,
  'application-insights': applicationInsights,
  highlight,
  posthog,
  opentelemetry,
  supabase,
  mcp,
  'grpc-web': grpcWeb,
  connect,
  aws,
  azure,
  firebase,
  google,
  signalr,
  axios,
  apollo,
  htmx,
} as const satisfies Readonly<Record<string, Client>>;

export type ClientId = keyof typeof CLIENTS;

const IDS = Object.keys(CLIENTS) as readonly ClientId[];

/**
 * Finds the library that adds a request header. Returns null where none is known to add it.
 * @param headerName lower-cased
 * @param askedNames all names of `Access-Control-Request-Headers`, lower-cased: they may hold a library's mark
 */
export function clientOf(headerName: string, askedNames: readonly string[]): ClientId | null {
  const found = IDS.find((id) => {
    const { headers, mark }: Client = CLIENTS[id];
    return headers.test(headerName) && (mark === undefined || askedNames.some((name) => mark.test(name)));
  });
  return found ?? null;
}
