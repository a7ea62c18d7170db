// Written by `npm run registries` from the folders beside this file.
import type { Client } from './client.ts';
import { client as ably } from './libraries/ably.ts';
import { client as aiGateway } from './libraries/ai-gateway.ts';
import { client as aiSdk } from './libraries/ai-sdk.ts';
import { client as alchemy } from './libraries/alchemy.ts';
import { client as aliOss } from './libraries/ali-oss.ts';
import { client as alpineAjax } from './libraries/alpine-ajax.ts';
import { client as amplify } from './libraries/amplify.ts';
import { client as amplitudeExperiment } from './libraries/amplitude-experiment.ts';
import { client as angular } from './libraries/angular.ts';
import { client as anthropic } from './libraries/anthropic.ts';
import { client as apiVideo } from './libraries/api-video.ts';
import { client as apollo } from './libraries/apollo.ts';
import { client as appSearch } from './libraries/app-search.ts';
import { client as applicationInsights } from './libraries/application-insights.ts';
import { client as appwrite } from './libraries/appwrite.ts';
import { client as aptos } from './libraries/aptos.ts';
import { client as assemblyai } from './libraries/assemblyai.ts';
import { client as auth0 } from './libraries/auth0.ts';
import { client as aws } from './libraries/aws.ts';
import { client as awsRum } from './libraries/aws-rum.ts';
import { client as axiom } from './libraries/axiom.ts';
import { client as axios } from './libraries/axios.ts';
import { client as azure } from './libraries/azure.ts';
import { client as azureMaps } from './libraries/azure-maps.ts';
import { client as barba } from './libraries/barba.ts';
import { client as braintree } from './libraries/braintree.ts';
import { client as braze } from './libraries/braze.ts';
import { client as bugsnag } from './libraries/bugsnag.ts';
import { client as bugsnagPerformance } from './libraries/bugsnag-performance.ts';
import { client as builderIo } from './libraries/builder-io.ts';
import { client as cerebras } from './libraries/cerebras.ts';
import { client as cloudflare } from './libraries/cloudflare.ts';
import { client as cognito } from './libraries/cognito.ts';
import { client as cohere } from './libraries/cohere.ts';
import { client as coinbaseWallet } from './libraries/coinbase-wallet.ts';
import { client as connect } from './libraries/connect.ts';
import { client as contentful } from './libraries/contentful.ts';
import { client as contentstack } from './libraries/contentstack.ts';
import { client as convex } from './libraries/convex.ts';
import { client as corbado } from './libraries/corbado.ts';
import { client as customerIo } from './libraries/customer-io.ts';
import { client as dashJs } from './libraries/dash-js.ts';
import { client as datadog } from './libraries/datadog.ts';
import { client as datastar } from './libraries/datastar.ts';
import { client as datocms } from './libraries/datocms.ts';
import { client as deepgram } from './libraries/deepgram.ts';
import { client as descope } from './libraries/descope.ts';
import { client as dropzone } from './libraries/dropzone.ts';
import { client as effect } from './libraries/effect.ts';
import { client as elasticApm } from './libraries/elastic-apm.ts';
import { client as elevenlabs } from './libraries/elevenlabs.ts';
import { client as fal } from './libraries/fal.ts';
import { client as faro } from './libraries/faro.ts';
import { client as fauna } from './libraries/fauna.ts';
import { client as feathers } from './libraries/feathers.ts';
import { client as filepond } from './libraries/filepond.ts';
import { client as filestack } from './libraries/filestack.ts';
import { client as fineUploader } from './libraries/fine-uploader.ts';
import { client as firebase } from './libraries/firebase.ts';
import { client as flagsmith } from './libraries/flagsmith.ts';
import { client as frontegg } from './libraries/frontegg.ts';
import { client as google } from './libraries/google.ts';
import { client as groq } from './libraries/groq.ts';
import { client as grpcWeb } from './libraries/grpc-web.ts';
import { client as highlight } from './libraries/highlight.ts';
import { client as hlsJs } from './libraries/hls-js.ts';
import { client as honeycomb } from './libraries/honeycomb.ts';
import { client as htmx } from './libraries/htmx.ts';
import { client as huaweiObs } from './libraries/huawei-obs.ts';
import { client as inertia } from './libraries/inertia.ts';
import { client as instana } from './libraries/instana.ts';
import { client as intercooler } from './libraries/intercooler.ts';
import { client as kinde } from './libraries/kinde.ts';
import { client as knock } from './libraries/knock.ts';
import { client as kontentAi } from './libraries/kontent-ai.ts';
import { client as langfuse } from './libraries/langfuse.ts';
import { client as langsmith } from './libraries/langsmith.ts';
import { client as laravelEcho } from './libraries/laravel-echo.ts';
import { client as launchdarkly } from './libraries/launchdarkly.ts';
import { client as livewire } from './libraries/livewire.ts';
import { client as llamaStack } from './libraries/llama-stack.ts';
import { client as magicbell } from './libraries/magicbell.ts';
import { client as mcp } from './libraries/mcp.ts';
import { client as medusa } from './libraries/medusa.ts';
import { client as meilisearch } from './libraries/meilisearch.ts';
import { client as mistral } from './libraries/mistral.ts';
import { client as msal } from './libraries/msal.ts';
import { client as neon } from './libraries/neon.ts';
import { client as newRelic } from './libraries/new-relic.ts';
import { client as nextJs } from './libraries/next-js.ts';
import { client as nextcloud } from './libraries/nextcloud.ts';
import { client as notion } from './libraries/notion.ts';
import { client as novu } from './libraries/novu.ts';
import { client as okta } from './libraries/okta.ts';
import { client as openai } from './libraries/openai.ts';
import { client as openreplay } from './libraries/openreplay.ts';
import { client as openrouter } from './libraries/openrouter.ts';
import { client as opentelemetry } from './libraries/opentelemetry.ts';
import { client as perplexity } from './libraries/perplexity.ts';
import { client as pinecone } from './libraries/pinecone.ts';
import { client as pjax } from './libraries/pjax.ts';
import { client as pnp } from './libraries/pnp.ts';
import { client as portkey } from './libraries/portkey.ts';
import { client as posthog } from './libraries/posthog.ts';
import { client as privy } from './libraries/privy.ts';
import { client as rollbar } from './libraries/rollbar.ts';
import { client as rudderstack } from './libraries/rudderstack.ts';
import { client as runway } from './libraries/runway.ts';
import { client as sanity } from './libraries/sanity.ts';
import { client as sendbird } from './libraries/sendbird.ts';
import { client as sentry } from './libraries/sentry.ts';
import { client as shaka } from './libraries/shaka.ts';
import { client as shopify } from './libraries/shopify.ts';
import { client as signalr } from './libraries/signalr.ts';
import { client as snowplow } from './libraries/snowplow.ts';
import { client as solana } from './libraries/solana.ts';
import { client as split } from './libraries/split.ts';
import { client as splunk } from './libraries/splunk.ts';
import { client as statsig } from './libraries/statsig.ts';
import { client as storyblok } from './libraries/storyblok.ts';
import { client as stream } from './libraries/stream.ts';
import { client as stytch } from './libraries/stytch.ts';
import { client as sui } from './libraries/sui.ts';
import { client as supabase } from './libraries/supabase.ts';
import { client as supertokens } from './libraries/supertokens.ts';
import { client as sveltekit } from './libraries/sveltekit.ts';
import { client as tencentCos } from './libraries/tencent-cos.ts';
import { client as thirdweb } from './libraries/thirdweb.ts';
import { client as together } from './libraries/together.ts';
import { client as tomtom } from './libraries/tomtom.ts';
import { client as trpc } from './libraries/trpc.ts';
import { client as turbo } from './libraries/turbo.ts';
import { client as tus } from './libraries/tus.ts';
import { client as twilio } from './libraries/twilio.ts';
import { client as typesense } from './libraries/typesense.ts';
import { client as ui5 } from './libraries/ui5.ts';
import { client as unleash } from './libraries/unleash.ts';
import { client as unpoly } from './libraries/unpoly.ts';
import { client as uploadcare } from './libraries/uploadcare.ts';
import { client as uploadthing } from './libraries/uploadthing.ts';
import { client as uppyCompanion } from './libraries/uppy-companion.ts';
import { client as upstash } from './libraries/upstash.ts';
import { client as vercelBlob } from './libraries/vercel-blob.ts';
import { client as voyage } from './libraries/voyage.ts';
import { client as wordpress } from './libraries/wordpress.ts';
import { client as xata } from './libraries/xata.ts';

/** All known client libraries. */
// biome-ignore format: one name a line is too long.
export const CLIENTS: readonly Client[] = [
  ably, aiGateway, aiSdk, alchemy, aliOss, alpineAjax, amplify, amplitudeExperiment, angular,
  anthropic, apiVideo, apollo, appSearch, applicationInsights, appwrite, aptos, assemblyai, auth0,
  aws, awsRum, axiom, axios, azure, azureMaps, barba, braintree, braze, bugsnag, bugsnagPerformance,
  builderIo, cerebras, cloudflare, cognito, cohere, coinbaseWallet, connect, contentful, contentstack,
  convex, corbado, customerIo, dashJs, datadog, datastar, datocms, deepgram, descope, dropzone,
  effect, elasticApm, elevenlabs, fal, faro, fauna, feathers, filepond, filestack, fineUploader,
  firebase, flagsmith, frontegg, google, groq, grpcWeb, highlight, hlsJs, honeycomb, htmx, huaweiObs,
  inertia, instana, intercooler, kinde, knock, kontentAi, langfuse, langsmith, laravelEcho,
  launchdarkly, livewire, llamaStack, magicbell, mcp, medusa, meilisearch, mistral, msal, neon,
  newRelic, nextJs, nextcloud, notion, novu, okta, openai, openreplay, openrouter, opentelemetry,
  perplexity, pinecone, pjax, pnp, portkey, posthog, privy, rollbar, rudderstack, runway, sanity,
  sendbird, sentry, shaka, shopify, signalr, snowplow, solana, split, splunk, statsig, storyblok,
  stream, stytch, sui, supabase, supertokens, sveltekit, tencentCos, thirdweb, together, tomtom, trpc,
  turbo, tus, twilio, typesense, ui5, unleash, unpoly, uploadcare, uploadthing, uppyCompanion,
  upstash, vercelBlob, voyage, wordpress, xata,
];
