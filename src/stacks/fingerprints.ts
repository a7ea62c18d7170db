// Written by `npm run registries` from the folders beside this file.

import { fingerprints as aiohttp } from './aiohttp/fingerprints.ts';
import { fingerprints as apache } from './apache/fingerprints.ts';
import { fingerprints as aspnetCore } from './aspnet-core/fingerprints.ts';
import { fingerprints as awsApiGateway } from './aws-api-gateway/fingerprints.ts';
import { fingerprints as axum } from './axum/fingerprints.ts';
import { fingerprints as azureAppService } from './azure-app-service/fingerprints.ts';
import { fingerprints as azureStaticWebApps } from './azure-static-web-apps/fingerprints.ts';
import { fingerprints as caddy } from './caddy/fingerprints.ts';
import { fingerprints as cloudflare } from './cloudflare/fingerprints.ts';
import { fingerprints as cloudflareAccess } from './cloudflare-access/fingerprints.ts';
import { fingerprints as cloudflareTunnel } from './cloudflare-tunnel/fingerprints.ts';
import { fingerprints as cloudflareWorkers } from './cloudflare-workers/fingerprints.ts';
import { fingerprints as codespaces } from './codespaces/fingerprints.ts';
import { fingerprints as comfyui } from './comfyui/fingerprints.ts';
import { fingerprints as django } from './django/fingerprints.ts';
import { fingerprints as djangoRestFramework } from './django-rest-framework/fingerprints.ts';
import { fingerprints as echo } from './echo/fingerprints.ts';
import { fingerprints as elysia } from './elysia/fingerprints.ts';
import { fingerprints as express } from './express/fingerprints.ts';
import { fingerprints as fastapi } from './fastapi/fingerprints.ts';
import { fingerprints as fastify } from './fastify/fingerprints.ts';
import { fingerprints as fastmcp } from './fastmcp/fingerprints.ts';
import type { Fingerprint } from './fingerprint.ts';
import { fingerprints as firebaseFunctions } from './firebase-functions/fingerprints.ts';
import { fingerprints as flask } from './flask/fingerprints.ts';
import { fingerprints as fly } from './fly/fingerprints.ts';
import { fingerprints as gin } from './gin/fingerprints.ts';
import { fingerprints as go } from './go/fingerprints.ts';
import { fingerprints as googleIap } from './google-iap/fingerprints.ts';
import { fingerprints as h3 } from './h3/fingerprints.ts';
import { fingerprints as hapi } from './hapi/fingerprints.ts';
import { fingerprints as haproxy } from './haproxy/fingerprints.ts';
import { fingerprints as homeAssistant } from './home-assistant/fingerprints.ts';
import { fingerprints as hono } from './hono/fingerprints.ts';
import { fingerprints as iis } from './iis/fingerprints.ts';
import { fingerprints as ingressNginx } from './ingress-nginx/fingerprints.ts';
import { fingerprints as jan } from './jan/fingerprints.ts';
import { fingerprints as keycloak } from './keycloak/fingerprints.ts';
import { fingerprints as koa } from './koa/fingerprints.ts';
import { fingerprints as lambdaUrl } from './lambda-url/fingerprints.ts';
import { fingerprints as laravel } from './laravel/fingerprints.ts';
import { fingerprints as lighttpd } from './lighttpd/fingerprints.ts';
import { fingerprints as litellm } from './litellm/fingerprints.ts';
import { fingerprints as llamaCpp } from './llama-cpp/fingerprints.ts';
import { fingerprints as lmStudio } from './lm-studio/fingerprints.ts';
import { fingerprints as n8n } from './n8n/fingerprints.ts';
import { fingerprints as nestjs } from './nestjs/fingerprints.ts';
import { fingerprints as netlify } from './netlify/fingerprints.ts';
import { fingerprints as nextjs } from './nextjs/fingerprints.ts';
import { fingerprints as nginx } from './nginx/fingerprints.ts';
import { fingerprints as nginxAuthRequest } from './nginx-auth-request/fingerprints.ts';
import { fingerprints as ngrok } from './ngrok/fingerprints.ts';
import { fingerprints as oauth2Proxy } from './oauth2-proxy/fingerprints.ts';
import { fingerprints as ollama } from './ollama/fingerprints.ts';
import { fingerprints as openWebui } from './open-webui/fingerprints.ts';
import { fingerprints as php } from './php/fingerprints.ts';
import { fingerprints as pomerium } from './pomerium/fingerprints.ts';
import { fingerprints as rails } from './rails/fingerprints.ts';
import { fingerprints as railway } from './railway/fingerprints.ts';
import { fingerprints as render } from './render/fingerprints.ts';
import { fingerprints as s3 } from './s3/fingerprints.ts';
import { fingerprints as springBoot } from './spring-boot/fingerprints.ts';
import type { StackId } from './stack-id.ts';
import { fingerprints as starlette } from './starlette/fingerprints.ts';
import { fingerprints as supabaseFunctions } from './supabase-functions/fingerprints.ts';
import { fingerprints as symfony } from './symfony/fingerprints.ts';
import { fingerprints as tomcat } from './tomcat/fingerprints.ts';
import { fingerprints as varnish } from './varnish/fingerprints.ts';
import { fingerprints as vercel } from './vercel/fingerprints.ts';
import { fingerprints as vercelProtection } from './vercel-protection/fingerprints.ts';
import { fingerprints as vite } from './vite/fingerprints.ts';

/** The marks of each stack: of applications first, then of gateways, proxies and platforms. */
export const FINGERPRINTS: readonly (readonly [StackId, readonly Fingerprint[]])[] = [
  ['aiohttp', aiohttp],
  ['aspnet-core', aspnetCore],
  ['axum', axum],
  ['comfyui', comfyui],
  ['django', django],
  ['django-rest-framework', djangoRestFramework],
  ['echo', echo],
  ['elysia', elysia],
  ['express', express],
  ['fastapi', fastapi],
  ['fastify', fastify],
  ['fastmcp', fastmcp],
  ['flask', flask],
  ['gin', gin],
  ['go', go],
  ['h3', h3],
  ['hapi', hapi],
  ['home-assistant', homeAssistant],
  ['hono', hono],
  ['jan', jan],
  ['keycloak', keycloak],
  ['koa', koa],
  ['laravel', laravel],
  ['litellm', litellm],
  ['llama-cpp', llamaCpp],
  ['lm-studio', lmStudio],
  ['n8n', n8n],
  ['nestjs', nestjs],
  ['nextjs', nextjs],
  ['ollama', ollama],
  ['open-webui', openWebui],
  ['php', php],
  ['rails', rails],
  ['spring-boot', springBoot],
  ['starlette', starlette],
  ['symfony', symfony],
  ['tomcat', tomcat],
  ['vite', vite],
  ['cloudflare-access', cloudflareAccess],
  ['google-iap', googleIap],
  ['ingress-nginx', ingressNginx],
  ['nginx-auth-request', nginxAuthRequest],
  ['oauth2-proxy', oauth2Proxy],
  ['pomerium', pomerium],
  ['vercel-protection', vercelProtection],
  ['apache', apache],
  ['caddy', caddy],
  ['cloudflare', cloudflare],
  ['cloudflare-tunnel', cloudflareTunnel],
  ['codespaces', codespaces],
  ['fly', fly],
  ['haproxy', haproxy],
  ['iis', iis],
  ['lighttpd', lighttpd],
  ['nginx', nginx],
  ['ngrok', ngrok],
  ['railway', railway],
  ['render', render],
  ['varnish', varnish],
  ['aws-api-gateway', awsApiGateway],
  ['azure-app-service', azureAppService],
  ['azure-static-web-apps', azureStaticWebApps],
  ['cloudflare-workers', cloudflareWorkers],
  ['firebase-functions', firebaseFunctions],
  ['lambda-url', lambdaUrl],
  ['netlify', netlify],
  ['s3', s3],
  ['supabase-functions', supabaseFunctions],
  ['vercel', vercel],
];
