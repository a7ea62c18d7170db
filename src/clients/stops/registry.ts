// Written by `npm run registries` from the folders beside this file.
import type { Stop } from '../stop.ts';
import { stop as aiSdk } from './ai-sdk.ts';
import { stop as anthropic } from './anthropic.ts';
import { stop as apollo } from './apollo.ts';
import { stop as applicationInsights } from './application-insights.ts';
import { stop as azure } from './azure.ts';
import { stop as cerebras } from './cerebras.ts';
import { stop as cloudflare } from './cloudflare.ts';
import { stop as cohere } from './cohere.ts';
import { stop as connect } from './connect.ts';
import { stop as datadog } from './datadog.ts';
import { stop as elasticApm } from './elastic-apm.ts';
import { stop as faro } from './faro.ts';
import { stop as groq } from './groq.ts';
import { stop as htmx } from './htmx.ts';
import { stop as langsmith } from './langsmith.ts';
import { stop as launchdarkly } from './launchdarkly.ts';
import { stop as llamaStack } from './llama-stack.ts';
import { stop as meilisearch } from './meilisearch.ts';
import { stop as mistral } from './mistral.ts';
import { stop as newRelic } from './new-relic.ts';
import { stop as openai } from './openai.ts';
import { stop as opentelemetry } from './opentelemetry.ts';
import { stop as posthog } from './posthog.ts';
import { stop as runway } from './runway.ts';
import { stop as sentry } from './sentry.ts';
import { stop as signalr } from './signalr.ts';
import { stop as supabase } from './supabase.ts';
import { stop as together } from './together.ts';
import { stop as trpc } from './trpc.ts';

/** All client libraries that are known to stop. */
// biome-ignore format: one name a line is too long.
export const STOPS: readonly Stop[] = [
  aiSdk, anthropic, apollo, applicationInsights, azure, cerebras, cloudflare, cohere, connect,
  datadog, elasticApm, faro, groq, htmx, langsmith, launchdarkly, llamaStack, meilisearch, mistral,
  newRelic, openai, opentelemetry, posthog, runway, sentry, signalr, supabase, together, trpc,
];
