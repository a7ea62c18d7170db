/** What a stack is among the layers that an answer passes on its way to the browser. */
export type Layer = 'application' | 'proxy' | 'gateway' | 'platform';

export interface Stack {
  /** As its makers write it. */
  readonly name: string;
  readonly layer: Layer;
  /** The stack it is built on, whose marks its answers carry too. */
  readonly builtOn?: string;
}

/** Everything that an answer may be recognised as, or a recipe written for. The ids are stable. */
export const STACKS = {
  express: { name: 'Express', layer: 'application' },
  fastify: { name: 'Fastify', layer: 'application' },
  nestjs: { name: 'NestJS', layer: 'application', builtOn: 'express' },
  koa: { name: 'Koa', layer: 'application' },
  hono: { name: 'Hono', layer: 'application' },
  hapi: { name: 'hapi', layer: 'application' },
  nextjs: { name: 'Next.js', layer: 'application' },
  h3: { name: 'Nuxt / h3', layer: 'application' },
  vite: { name: 'Vite dev server', layer: 'application' },
  starlette: { name: 'Starlette', layer: 'application' },
  fastapi: { name: 'FastAPI', layer: 'application', builtOn: 'starlette' },
  flask: { name: 'Flask', layer: 'application' },
  django: { name: 'Django', layer: 'application' },
  'django-rest-framework': { name: 'Django REST framework', layer: 'application', builtOn: 'django' },
  aiohttp: { name: 'aiohttp', layer: 'application' },
  rails: { name: 'Rails', layer: 'application' },
  php: { name: 'PHP', layer: 'application' },
  go: { name: 'Go net/http', layer: 'application' },
  gin: { name: 'gin', layer: 'application', builtOn: 'go' },
  echo: { name: 'echo', layer: 'application', builtOn: 'go' },
  chi: { name: 'chi', layer: 'application', builtOn: 'go' },
  tomcat: { name: 'Tomcat', layer: 'application' },
  'spring-boot': { name: 'Spring Boot', layer: 'application', builtOn: 'tomcat' },
  'aspnet-core': { name: 'ASP.NET Core', layer: 'application' },
  laravel: { name: 'Laravel', layer: 'application', builtOn: 'php' },
  nginx: { name: 'nginx', layer: 'proxy' },
  apache: { name: 'Apache', layer: 'proxy' },
  caddy: { name: 'Caddy', layer: 'proxy' },
  haproxy: { name: 'HAProxy', layer: 'proxy' },
  lighttpd: { name: 'lighttpd', layer: 'proxy' },
  varnish: { name: 'Varnish', layer: 'proxy' },
  traefik: { name: 'Traefik', layer: 'proxy' },
  cloudflare: { name: 'Cloudflare', layer: 'proxy' },
  'oauth2-proxy': { name: 'oauth2-proxy', layer: 'gateway' },
  'cloudflare-access': { name: 'Cloudflare Access', layer: 'gateway' },
  'google-iap': { name: 'Google IAP', layer: 'gateway' },
  pomerium: { name: 'Pomerium', layer: 'gateway' },
  'nginx-auth-request': { name: 'nginx auth_request', layer: 'gateway', builtOn: 'nginx' },
  'traefik-forward-auth': { name: 'Traefik ForwardAuth', layer: 'gateway', builtOn: 'traefik' },
  'aws-api-gateway': { name: 'AWS API Gateway', layer: 'platform' },
  s3: { name: 'Amazon S3', layer: 'platform' },
  'cloudflare-workers': { name: 'Cloudflare Workers', layer: 'platform' },
  'supabase-functions': { name: 'Supabase Edge Functions', layer: 'platform' },
  'firebase-functions': { name: 'Cloud Functions for Firebase', layer: 'platform' },
  ollama: { name: 'Ollama', layer: 'application', builtOn: 'gin' },
  'lm-studio': { name: 'LM Studio', layer: 'application', builtOn: 'express' },
  'llama-cpp': { name: 'llama.cpp', layer: 'application' },
  vllm: { name: 'vLLM', layer: 'application', builtOn: 'fastapi' },
  keycloak: { name: 'Keycloak', layer: 'application' },
} as const satisfies Readonly<Record<string, Stack>>;

export type StackId = keyof typeof STACKS;

/** Whether an answer of `stack` is truly called one of `other`: the same, or what it is built on. */
export function isBuiltOn(stack: StackId, other: StackId): boolean {
  for (let id: string | undefined = stack; id !== undefined; id = builtOn(id)) {
    if (id === other) return true;
  }
  return false;
}

function builtOn(id: string): string | undefined {
  const stacks: Readonly<Record<string, Stack>> = STACKS;
  return stacks[id]?.builtOn;
}
