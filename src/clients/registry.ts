/** A library that adds request headers of its own to a page's calls. */
export interface Sdk {
  /** As its makers write it. */
  readonly name: string;
  /** The names that it adds, lower-cased. */
  readonly headers: RegExp;
  /** A name that it always adds too, where other libraries share `headers`. */
  readonly mark?: RegExp;
  /** The setting that keeps it from adding them; null where the call doesn't work without. */
  readonly setting: string | null;
  /** Where its makers say so. */
  readonly docs: string;
}

/** The first that fits a header is the one that sent it, so what is told apart by a mark comes first. */
export const SDKS = {
  anthropic: {
    name: 'Anthropic',
    headers: /^(?:anthropic-|x-stainless-)/,
    mark: /^anthropic-/,
    setting: 'defaultHeaders',
    docs: 'https://github.com/anthropics/anthropic-sdk-typescript#readme',
  },
  openai: {
    name: 'OpenAI',
    headers: /^(?:x-stainless-|openai-(?:beta|organization|project)$)/,
    setting: 'defaultHeaders',
    docs: 'https://github.com/openai/openai-node#readme',
  },
  openrouter: {
    name: 'OpenRouter',
    headers: /^(?:http-referer|x-title|x-openrouter-.*)$/,
    setting: 'defaultHeaders',
    docs: 'https://openrouter.ai/docs/app-attribution',
  },
  datadog: {
    name: 'Datadog',
    headers: /^(?:x-datadog-.*|traceparent|tracestate|baggage|b3|x-b3-.*)$/,
    mark: /^x-datadog-/,
    setting: 'allowedTracingUrls',
    docs: 'https://docs.datadoghq.com/real_user_monitoring/correlate_with_other_telemetry/apm/',
  },
  sentry: {
    name: 'Sentry',
    headers: /^(?:sentry-trace|baggage|traceparent)$/,
    mark: /^sentry-trace$/,
    setting: 'tracePropagationTargets',
    docs: 'https://docs.sentry.io/platforms/javascript/tracing/distributed-tracing/',
  },
  'elastic-apm': {
    name: 'Elastic APM',
    headers: /^(?:elastic-apm-traceparent|traceparent|tracestate)$/,
    mark: /^elastic-apm-traceparent$/,
    setting: 'distributedTracingOrigins',
    docs: 'https://www.elastic.co/docs/reference/apm/agents/rum-js/configuration',
  },
  'new-relic': {
    name: 'New Relic',
    headers: /^(?:newrelic|traceparent|tracestate)$/,
    mark: /^newrelic$/,
    setting: 'distributed_tracing.allowed_origins',
    docs: 'https://docs.newrelic.com/docs/browser/new-relic-browser/browser-pro-features/browser-data-distributed-tracing/',
  },
  'application-insights': {
    name: 'Application Insights',
    headers: /^(?:request-id|request-context|x-ms-request-(?:root-)?id|traceparent|tracestate)$/,
    mark: /^(?:request-id|request-context|x-ms-request-(?:root-)?id)$/,
    setting: 'correlationHeaderExcludedDomains',
    docs: 'https://learn.microsoft.com/en-us/azure/azure-monitor/app/javascript-sdk-configuration',
  },
  highlight: {
    name: 'Highlight',
    headers: /^x-highlight-request$/,
    setting: 'tracingOrigins',
    docs: 'https://www.highlight.io/docs/getting-started/browser/replay-configuration/recording-network-requests-and-responses',
  },
  opentelemetry: {
    name: 'OpenTelemetry',
    headers: /^(?:traceparent|tracestate|baggage|b3|x-b3-.*|uber-trace-id)$/,
    setting: 'propagateTraceHeaderCorsUrls',
    docs: 'https://www.npmjs.com/package/@opentelemetry/instrumentation-fetch',
  },
  supabase: {
    name: 'Supabase',
    headers: /^(?:apikey|x-client-info|x-supabase-.*|accept-profile|content-profile)$/,
    setting: null,
    docs: 'https://supabase.com/docs/guides/functions/cors',
  },
  mcp: {
    name: 'MCP',
    headers: /^(?:mcp-.*|last-event-id)$/,
    setting: null,
    docs: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/transports',
  },
  'grpc-web': {
    name: 'gRPC-Web',
    headers: /^(?:x-grpc-web|x-user-agent|grpc-.*)$/,
    setting: null,
    docs: 'https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md',
  },
  connect: {
    name: 'Connect',
    headers: /^connect-(?:protocol-version|timeout-ms|.*-encoding)$/,
    setting: null,
    docs: 'https://connectrpc.com/docs/cors',
  },
  aws: {
    name: 'AWS SDK',
    headers: /^(?:x-amz-.*|x-amzn-.*|amz-sdk-.*)$/,
    setting: null,
    docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html',
  },
  azure: {
    name: 'Azure SDK',
    headers: /^x-ms-/,
    setting: null,
    docs: 'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services',
  },
  firebase: {
    name: 'Firebase',
    headers: /^(?:x-firebase-.*|firebase-.*)$/,
    setting: null,
    docs: 'https://firebase.google.com/docs/functions/callable-reference',
  },
  google: {
    name: 'Google API client',
    headers: /^x-goog-/,
    setting: null,
    docs: 'https://cloud.google.com/storage/docs/cross-origin',
  },
  signalr: {
    name: 'SignalR',
    headers: /^(?:x-signalr-user-agent|x-requested-with)$/,
    mark: /^x-signalr-user-agent$/,
    setting: null,
    docs: 'https://learn.microsoft.com/en-us/aspnet/core/signalr/security',
  },
  axios: {
    name: 'axios',
    headers: /^x-requested-with$/,
    setting: 'axios.defaults.headers.common',
    docs: 'https://axios-http.com/docs/config_defaults',
  },
  apollo: {
    name: 'Apollo Client',
    headers: /^(?:apollographql-client-(?:name|version)|apollo-require-preflight|x-apollo-.*)$/,
    setting: null,
    docs: 'https://www.apollographql.com/docs/apollo-server/security/cors',
  },
  htmx: {
    name: 'htmx',
    headers: /^hx-/,
    setting: 'htmx:configRequest',
    docs: 'https://htmx.org/docs/#cors',
  },
} as const satisfies Readonly<Record<string, Sdk>>;

export type SdkId = keyof typeof SDKS;

const BY_ID: Readonly<Record<SdkId, Sdk>> = SDKS;
const IDS = Object.keys(SDKS) as readonly SdkId[];

/**
 * The library that adds the request header `name`, or null.
 * @param name lower-cased
 * @param asked all names that are asked leave for, lower-cased
 */
export function sdkOf(name: string, asked: readonly string[]): SdkId | null {
  const found = IDS.find((id) => {
    const { headers, mark } = BY_ID[id];
    return headers.test(name) && (mark === undefined || asked.some((one) => mark.test(one)));
  });
  return found ?? null;
}
