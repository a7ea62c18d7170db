import type { Place, RecipeStep } from '../stacks/index.ts';
import { jsString } from '../stacks/index.ts';
import type { SdkId } from './registry.ts';

interface SdkSetting {
  readonly docs: string;
  /** None where the library can't do without the headers. */
  readonly steps: readonly RecipeStep[];
}

/** How libraries are kept from adding `names` to calls of `host`, which may hold a port; for some, no code is known. */
export const SDK_SETTINGS: Readonly<
  Partial<Record<SdkId, (names: readonly string[], host: string) => SdkSetting>>
> = {
  openai: (names) => ({
    docs: 'https://github.com/openai/openai-node#making-customundocumented-requests',
    steps: [inCall('new OpenAI()', names.every(isNullable) ? nullHeaders(names) : ownFetch(names))],
  }),
  anthropic: (names) => ({
    docs: 'https://github.com/anthropics/anthropic-sdk-typescript#default-headers',
    // The API wants its own headers: anthropic-version and the consent to calls from a browser.
    steps: names.every(isNullable) ? [inCall('new Anthropic()', nullHeaders(names))] : [],
  }),
  sentry: () => ({
    docs: 'https://docs.sentry.io/platforms/javascript/tracing/distributed-tracing/dealing-with-cors-issues/',
    steps: [inCall('Sentry.init()', ownOriginOnly('tracePropagationTargets: [/^\\/(?!\\/)/],'))],
  }),
  datadog: () => ({
    docs: 'https://docs.datadoghq.com/real_user_monitoring/correlate_with_other_telemetry/apm/',
    steps: [inCall('datadogRum.init()', ownOriginOnly('allowedTracingUrls: [location.origin],'))],
  }),
  'application-insights': (_names, host) => ({
    docs: 'https://learn.microsoft.com/azure/azure-monitor/app/javascript-sdk-configuration',
    steps: [
      inCall('new ApplicationInsights({ config })', `correlationHeaderExcludedDomains: [${jsString(host)}],`),
    ],
  }),
  opentelemetry: () => ({
    docs: 'https://open-telemetry.github.io/opentelemetry-js/types/_opentelemetry_sdk-trace-web.PropagateTraceHeaderCorsUrls.html',
    steps: ['new FetchInstrumentation()', 'new XMLHttpRequestInstrumentation()'].map((call) =>
      inCall(call, ownOriginOnly('propagateTraceHeaderCorsUrls: [],')),
    ),
  }),
  supabase: (names) => ({
    docs: 'https://supabase.com/docs/reference/javascript/initializing',
    steps: names.includes('apikey')
      ? []
      : [inCall('createClient()', `global: {\n${ownFetch(names).replaceAll(/^/gm, '  ')}\n},`)],
  }),
  axios: (names) => ({
    docs: 'https://axios-http.com/docs/config_defaults',
    steps: [
      edit(
        'axios',
        'after-setup',
        names.map((name) => `delete axios.defaults.headers.common[${jsString(title(name))}];`),
      ),
    ],
  }),
};

function inCall(call: string, code: string): RecipeStep {
  return edit(call, 'call-options', [code]);
}

function edit(file: string, place: Place, lines: readonly string[]): RecipeStep {
  return { type: 'edit', file, place, language: 'javascript', code: lines.join('\n') };
}

function ownOriginOnly(line: string): string {
  return `// Tracing headers go to the page's own origin only.\n${line}`;
}

/** Whether the client leaves it away where its default is null. What a method of it sets goes before defaults. */
function isNullable(name: string): boolean {
  return /^x-stainless-(?!helper|poll-helper$|custom-poll-interval$)/.test(name);
}

function nullHeaders(names: readonly string[]): string {
  return `defaultHeaders: { ${names.map((name) => `${jsString(name)}: null`).join(', ')} },`;
}

function ownFetch(names: readonly string[]): string {
  return `fetch: (url, init) => {
  const headers = new Headers(init?.headers);
  for (const name of [${names.map(jsString).join(', ')}]) headers.delete(name);
  return fetch(url, { ...init, headers });
},`;
}

/** As it is usually written: `X-Requested-With`. */
function title(name: string): string {
  return name.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
