import type { StackId } from '../stacks/index.ts';

/**
 * Stacks whose usual CORS library omits `Access-Control-Allow-Origin` only if the origin isn't allowed. For a header or
 * a method that isn't allowed it still sends that header and the lists. Seen in real answers; libraries of other stacks
 * omit everything in all three cases.
 */
export const ONLY_ORIGIN: ReadonlySet<StackId> = new Set<StackId>([
  'express',
  'fastify',
  'nestjs',
  'koa',
  'hono',
  'h3',
  'vite',
  'starlette',
  'fastapi',
  'flask',
  'django',
  'django-rest-framework',
  'gin',
  'echo',
  'ollama',
]);

/** Stacks that people run as they are. An answer of any other application stack comes from somebody's own app. */
export const PRODUCTS: ReadonlySet<StackId> = new Set<StackId>([
  'ollama',
  'lm-studio',
  'llama-cpp',
  'vllm',
  'keycloak',
]);
