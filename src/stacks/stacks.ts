// Written by `npm run registries` from the folders beside this file.

import { stack as aiohttp } from './aiohttp/stack.ts';
import { stack as apache } from './apache/stack.ts';
import { stack as aspnetCore } from './aspnet-core/stack.ts';
import { stack as awsApiGateway } from './aws-api-gateway/stack.ts';
import { stack as axum } from './axum/stack.ts';
import { stack as azureAppService } from './azure-app-service/stack.ts';
import { stack as azureStaticWebApps } from './azure-static-web-apps/stack.ts';
import { stack as caddy } from './caddy/stack.ts';
import { stack as chi } from './chi/stack.ts';
import { stack as cloudflare } from './cloudflare/stack.ts';
import { stack as cloudflareAccess } from './cloudflare-access/stack.ts';
import { stack as cloudflareTunnel } from './cloudflare-tunnel/stack.ts';
import { stack as cloudflareWorkers } from './cloudflare-workers/stack.ts';
import { stack as codespaces } from './codespaces/stack.ts';
import { stack as comfyui } from './comfyui/stack.ts';
import { stack as django } from './django/stack.ts';
import { stack as djangoRestFramework } from './django-rest-framework/stack.ts';
import { stack as echo } from './echo/stack.ts';
import { stack as elysia } from './elysia/stack.ts';
import { stack as express } from './express/stack.ts';
import { stack as fastapi } from './fastapi/stack.ts';
import { stack as fastify } from './fastify/stack.ts';
import { stack as fastmcp } from './fastmcp/stack.ts';
import { stack as firebaseFunctions } from './firebase-functions/stack.ts';
import { stack as flask } from './flask/stack.ts';
import { stack as fly } from './fly/stack.ts';
import { stack as gin } from './gin/stack.ts';
import { stack as go } from './go/stack.ts';
import { stack as googleIap } from './google-iap/stack.ts';
import { stack as h3 } from './h3/stack.ts';
import { stack as hapi } from './hapi/stack.ts';
import { stack as haproxy } from './haproxy/stack.ts';
import { stack as homeAssistant } from './home-assistant/stack.ts';
import { stack as hono } from './hono/stack.ts';
import { stack as iis } from './iis/stack.ts';
import { stack as ingressNginx } from './ingress-nginx/stack.ts';
import { stack as jan } from './jan/stack.ts';
import { stack as keycloak } from './keycloak/stack.ts';
import { stack as koa } from './koa/stack.ts';
import { stack as lambdaUrl } from './lambda-url/stack.ts';
import { stack as laravel } from './laravel/stack.ts';
import { stack as lighttpd } from './lighttpd/stack.ts';
import { stack as litellm } from './litellm/stack.ts';
import { stack as llamaCpp } from './llama-cpp/stack.ts';
import { stack as lmStudio } from './lm-studio/stack.ts';
import { stack as localai } from './localai/stack.ts';
import { stack as n8n } from './n8n/stack.ts';
import { stack as nestjs } from './nestjs/stack.ts';
import { stack as netlify } from './netlify/stack.ts';
import { stack as nextjs } from './nextjs/stack.ts';
import { stack as nginx } from './nginx/stack.ts';
import { stack as nginxAuthRequest } from './nginx-auth-request/stack.ts';
import { stack as ngrok } from './ngrok/stack.ts';
import { stack as oauth2Proxy } from './oauth2-proxy/stack.ts';
import { stack as ollama } from './ollama/stack.ts';
import { stack as openWebui } from './open-webui/stack.ts';
import { stack as php } from './php/stack.ts';
import { stack as pomerium } from './pomerium/stack.ts';
import { stack as rails } from './rails/stack.ts';
import { stack as railway } from './railway/stack.ts';
import { stack as render } from './render/stack.ts';
import { stack as s3 } from './s3/stack.ts';
import { stack as springBoot } from './spring-boot/stack.ts';
import type { Stack } from './stack.ts';
import { stack as starlette } from './starlette/stack.ts';
import { stack as supabaseFunctions } from './supabase-functions/stack.ts';
import { stack as symfony } from './symfony/stack.ts';
import { stack as tomcat } from './tomcat/stack.ts';
import { stack as traefik } from './traefik/stack.ts';
import { stack as traefikForwardAuth } from './traefik-forward-auth/stack.ts';
import { stack as varnish } from './varnish/stack.ts';
import { stack as vercel } from './vercel/stack.ts';
import { stack as vercelProtection } from './vercel-protection/stack.ts';
import { stack as vite } from './vite/stack.ts';
import { stack as vllm } from './vllm/stack.ts';

/** Everything that an answer may be recognised as, or a recipe written for. The ids are stable. */
export const STACKS = {
  aiohttp,
  apache,
  'aspnet-core': aspnetCore,
  'aws-api-gateway': awsApiGateway,
  axum,
  'azure-app-service': azureAppService,
  'azure-static-web-apps': azureStaticWebApps,
  caddy,
  chi,
  cloudflare,
  'cloudflare-access': cloudflareAccess,
  'cloudflare-tunnel': cloudflareTunnel,
  'cloudflare-workers': cloudflareWorkers,
  codespaces,
  comfyui,
  django,
  'django-rest-framework': djangoRestFramework,
  echo,
  elysia,
  express,
  fastapi,
  fastify,
  fastmcp,
  'firebase-functions': firebaseFunctions,
  flask,
  fly,
  gin,
  go,
  'google-iap': googleIap,
  h3,
  hapi,
  haproxy,
  'home-assistant': homeAssistant,
  hono,
  iis,
  'ingress-nginx': ingressNginx,
  jan,
  keycloak,
  koa,
  'lambda-url': lambdaUrl,
  laravel,
  lighttpd,
  litellm,
  'llama-cpp': llamaCpp,
  'lm-studio': lmStudio,
  localai,
  n8n,
  nestjs,
  netlify,
  nextjs,
  nginx,
  'nginx-auth-request': nginxAuthRequest,
  ngrok,
  'oauth2-proxy': oauth2Proxy,
  ollama,
  'open-webui': openWebui,
  php,
  pomerium,
  rails,
  railway,
  render,
  s3,
  'spring-boot': springBoot,
  starlette,
  'supabase-functions': supabaseFunctions,
  symfony,
  tomcat,
  traefik,
  'traefik-forward-auth': traefikForwardAuth,
  varnish,
  vercel,
  'vercel-protection': vercelProtection,
  vite,
  vllm,
} as const satisfies Readonly<Record<string, Stack>>;
