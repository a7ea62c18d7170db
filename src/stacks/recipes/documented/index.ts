import type { Recipe } from '../../recipe.ts';
import { aspnetCore } from './aspnet-core.ts';
import { awsApiGateway, s3 } from './aws.ts';
import { cloudflareWorkers, firebaseFunctions, supabaseFunctions } from './functions.ts';
import { cloudflareAccess, googleIap, nginxAuthRequest, oauth2Proxy, pomerium } from './gateways.ts';
import { keycloak } from './keycloak.ts';
import { laravel } from './laravel.ts';
import { llamaCpp, lmStudio, vllm } from './model-servers.ts';
import { ollama } from './ollama.ts';
import { springBoot } from './spring-boot.ts';
import { traefik, traefikForwardAuth } from './traefik.ts';

export const documented: readonly Recipe[] = [
  springBoot,
  aspnetCore,
  laravel,
  traefik,
  oauth2Proxy,
  cloudflareAccess,
  googleIap,
  pomerium,
  nginxAuthRequest,
  traefikForwardAuth,
  awsApiGateway,
  s3,
  cloudflareWorkers,
  supabaseFunctions,
  firebaseFunctions,
  ollama,
  lmStudio,
  llamaCpp,
  vllm,
  keycloak,
];
