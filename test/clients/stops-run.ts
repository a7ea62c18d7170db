/** Where the setting that stops a library was run against it, with a server that tells what it was sent. */
interface Run {
  /** As npm has it. */
  readonly library: string;
  /** `node`: what is shown was put into the client's options. `Chromium`: in a page. */
  readonly where: 'Node 20' | 'Chromium 156';
}

const inNode = (library: string): Run => ({ library, where: 'Node 20' });
const inChromium = (library: string): Run => ({ library, where: 'Chromium 156' });

/** By the name of the library. Each was sent without the headers in question, and the call was answered. */
export const STOPS_RUN: ReadonlyMap<string, Run> = new Map([
  ['AI SDK', inNode('@ai-sdk/anthropic 3.0.140')],
  ['Anthropic', inNode('@anthropic-ai/sdk 1.14.0')],
  ['Apollo Client', inNode('@apollo/client 4.3.8')],
  ['Application Insights', inChromium('@microsoft/applicationinsights-web 3.4.4')],
  ['Azure SDK', inNode('@azure/storage-blob 12.34.0')],
  ['Cerebras', inNode('@cerebras/cerebras_cloud_sdk 1.91.0')],
  ['Cloudflare', inNode('cloudflare 7.3.0')],
  ['Cohere', inNode('cohere-ai 8.1.0')],
  ['Connect', inNode('@connectrpc/connect-web 2.3.0')],
  ['Datadog', inChromium('@datadog/browser-rum 7.16.2')],
  ['Elastic APM', inChromium('@elastic/apm-rum 5.17.5')],
  ['Grafana Faro', inChromium('@grafana/faro-web-tracing 2.12.1')],
  ['Groq', inNode('groq-sdk 1.6.0')],
  ['htmx', inChromium('htmx.org 2.0.11')],
  ['LangSmith', inChromium('langsmith 0.12.0')],
  ['LaunchDarkly', inChromium('launchdarkly-js-client-sdk 3.9.5')],
  ['Llama Stack', inNode('llama-stack-client 0.7.3')],
  ['Meilisearch', inNode('meilisearch 0.62.0')],
  ['Mistral', inChromium('@mistralai/mistralai 2.7.0')],
  ['New Relic', inChromium('@newrelic/browser-agent 1.322.0')],
  ['OpenAI', inNode('openai 7.59.0')],
  ['OpenTelemetry', inChromium('@opentelemetry/instrumentation-fetch 0.300.0')],
  ['PostHog', inChromium('posthog-js 1.449.2')],
  ['Runway', inNode('@runwayml/sdk 4.20.1')],
  ['Sentry', inChromium('@sentry/browser 11.12.0')],
  ['SignalR', inNode('@microsoft/signalr 10.0.11')],
  ['Supabase', inNode('@supabase/supabase-js 2.119.1')],
  ['Together', inNode('together-ai 0.52.0')],
  ['tRPC', inNode('@trpc/client 11.25.2')],
]);
