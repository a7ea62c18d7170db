// Written by `npm run registries` from the folders beside this file.

import { recipe as aiohttp } from './aiohttp/recipe.ts';
import { recipe as apache } from './apache/recipe.ts';
import { recipe as aspnetCore } from './aspnet-core/recipe.ts';
import { recipe as awsApiGateway } from './aws-api-gateway/recipe.ts';
import { recipe as axum } from './axum/recipe.ts';
import { recipe as azureAppService } from './azure-app-service/recipe.ts';
import { recipe as caddy } from './caddy/recipe.ts';
import { recipe as chi } from './chi/recipe.ts';
import { recipe as cloudflareAccess } from './cloudflare-access/recipe.ts';
import { recipe as cloudflareWorkers } from './cloudflare-workers/recipe.ts';
import { recipe as comfyui } from './comfyui/recipe.ts';
import { recipe as django } from './django/recipe.ts';
import { recipe as djangoRestFramework } from './django-rest-framework/recipe.ts';
import { recipe as echo } from './echo/recipe.ts';
import { recipe as elysia } from './elysia/recipe.ts';
import { recipe as express } from './express/recipe.ts';
import { recipe as fastapi } from './fastapi/recipe.ts';
import { recipe as fastify } from './fastify/recipe.ts';
import { recipe as fastmcp } from './fastmcp/recipe.ts';
import { recipe as firebaseFunctions } from './firebase-functions/recipe.ts';
import { recipe as flask } from './flask/recipe.ts';
import { recipe as gin } from './gin/recipe.ts';
import { recipe as go } from './go/recipe.ts';
import { recipe as googleIap } from './google-iap/recipe.ts';
import { recipe as h3 } from './h3/recipe.ts';
import { recipe as hapi } from './hapi/recipe.ts';
import { recipe as haproxy } from './haproxy/recipe.ts';
import { recipe as homeAssistant } from './home-assistant/recipe.ts';
import { recipe as hono } from './hono/recipe.ts';
import { recipe as iis } from './iis/recipe.ts';
import { recipe as ingressNginx } from './ingress-nginx/recipe.ts';
import { recipe as jan } from './jan/recipe.ts';
import { recipe as keycloak } from './keycloak/recipe.ts';
import { recipe as koa } from './koa/recipe.ts';
import { recipe as lambdaUrl } from './lambda-url/recipe.ts';
import { recipe as laravel } from './laravel/recipe.ts';
import { recipe as lighttpd } from './lighttpd/recipe.ts';
import { recipe as litellm } from './litellm/recipe.ts';
import { recipe as llamaCpp } from './llama-cpp/recipe.ts';
import { recipe as lmStudio } from './lm-studio/recipe.ts';
import { recipe as localai } from './localai/recipe.ts';
import { recipe as n8n } from './n8n/recipe.ts';
import { recipe as nestjs } from './nestjs/recipe.ts';
import { recipe as netlify } from './netlify/recipe.ts';
import { recipe as nextjs } from './nextjs/recipe.ts';
import { recipe as nginx } from './nginx/recipe.ts';
import { recipe as nginxAuthRequest } from './nginx-auth-request/recipe.ts';
import { recipe as oauth2Proxy } from './oauth2-proxy/recipe.ts';
import { recipe as ollama } from './ollama/recipe.ts';
import { recipe as openWebui } from './open-webui/recipe.ts';
import { recipe as php } from './php/recipe.ts';
import { recipe as pomerium } from './pomerium/recipe.ts';
import { recipe as rails } from './rails/recipe.ts';
import type { Recipe } from './recipe.ts';
import { recipe as s3 } from './s3/recipe.ts';
import { recipe as springBoot } from './spring-boot/recipe.ts';
import type { StackId } from './stack-id.ts';
import { recipe as starlette } from './starlette/recipe.ts';
import { recipe as supabaseFunctions } from './supabase-functions/recipe.ts';
import { recipe as symfony } from './symfony/recipe.ts';
import { recipe as tomcat } from './tomcat/recipe.ts';
import { recipe as traefik } from './traefik/recipe.ts';
import { recipe as traefikForwardAuth } from './traefik-forward-auth/recipe.ts';
import { recipe as vercel } from './vercel/recipe.ts';
import { recipe as vercelProtection } from './vercel-protection/recipe.ts';
import { recipe as vite } from './vite/recipe.ts';
import { recipe as vllm } from './vllm/recipe.ts';

/** The recipe of each stack that has one, by the names of the stacks: so the panel offers them. */
export const RECIPES: readonly (readonly [StackId, Recipe])[] = [
  ['aiohttp', aiohttp],
  ['s3', s3],
  ['apache', apache],
  ['aspnet-core', aspnetCore],
  ['aws-api-gateway', awsApiGateway],
  ['lambda-url', lambdaUrl],
  ['axum', axum],
  ['azure-app-service', azureAppService],
  ['caddy', caddy],
  ['chi', chi],
  ['firebase-functions', firebaseFunctions],
  ['cloudflare-access', cloudflareAccess],
  ['cloudflare-workers', cloudflareWorkers],
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
  ['google-iap', googleIap],
  ['hapi', hapi],
  ['haproxy', haproxy],
  ['home-assistant', homeAssistant],
  ['hono', hono],
  ['iis', iis],
  ['ingress-nginx', ingressNginx],
  ['jan', jan],
  ['keycloak', keycloak],
  ['koa', koa],
  ['laravel', laravel],
  ['lighttpd', lighttpd],
  ['litellm', litellm],
  ['llama-cpp', llamaCpp],
  ['lm-studio', lmStudio],
  ['localai', localai],
  ['n8n', n8n],
  ['nestjs', nestjs],
  ['netlify', netlify],
  ['nextjs', nextjs],
  ['nginx', nginx],
  ['nginx-auth-request', nginxAuthRequest],
  ['h3', h3],
  ['oauth2-proxy', oauth2Proxy],
  ['ollama', ollama],
  ['open-webui', openWebui],
  ['php', php],
  ['pomerium', pomerium],
  ['rails', rails],
  ['spring-boot', springBoot],
  ['starlette', starlette],
  ['supabase-functions', supabaseFunctions],
  ['symfony', symfony],
  ['tomcat', tomcat],
  ['traefik', traefik],
  ['traefik-forward-auth', traefikForwardAuth],
  ['vercel', vercel],
  ['vercel-protection', vercelProtection],
  ['vite', vite],
  ['vllm', vllm],
];
