import { aspnetCore } from '../../aspnet-core/recipe.ts';
import { awsApiGateway, s3 } from '../../aws-api-gateway/recipe.ts';
import { keycloak } from '../../keycloak/recipe.ts';
import { laravel } from '../../laravel/recipe.ts';
import { llamaCpp, lmStudio, vllm } from '../../lm-studio/recipe.ts';
import {
  cloudflareAccess,
  googleIap,
  nginxAuthRequest,
  oauth2Proxy,
  pomerium,
} from '../../oauth2-proxy/recipe.ts';
import { ollama } from '../../ollama/recipe.ts';
import type { Recipe } from '../../recipe.ts';
import { traefik, traefikForwardAuth } from '../../shared/traefik-recipe.ts';
import { springBoot } from '../../spring-boot/recipe.ts';
import { cloudflareWorkers, firebaseFunctions, supabaseFunctions } from '../../supabase-functions/recipe.ts';

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
