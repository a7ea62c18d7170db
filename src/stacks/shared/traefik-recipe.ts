import { isLoopbackOrigin } from '../../cors/index.ts';
import { quoteDouble, quoteDoubles } from '../quote/double.ts';
import type { Recipe, RecipeStep, RecipeVariant } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { developmentOnly } from './development-only.ts';

/** An entry point's middlewares run before those of its routers, so a preflight is answered before any login. */
export const TRAEFIK = {
  verifiedBy: 'docs',
  restart: { type: 'server' },
  steps: fileSteps,
  variants: (need: ServerNeed): readonly RecipeVariant[] => [
    { label: 'traefik.yml', steps: fileSteps(need), restart: { type: 'server' } },
    {
      label: 'Docker Compose',
      steps: composeSteps(need),
      restart: { type: 'command', command: 'docker compose up -d' },
    },
    { label: 'Kubernetes', steps: kubernetesSteps(need), restart: { type: 'none' } },
  ],
} as const satisfies Omit<Recipe, 'docs'>;

function fileSteps(need: ServerNeed): readonly RecipeStep[] {
  return [
    {
      type: 'edit',
      file: 'dynamic/cors.yml',
      place: 'new-file',
      language: 'yaml',
      code: `http:\n  middlewares:\n    cors:\n      headers:\n${headers(need, '        ')}`,
    },
    {
      type: 'edit',
      file: 'traefik.yml',
      place: 'entry-point',
      language: 'yaml',
      code: 'http:\n  middlewares:\n    - cors@file',
    },
  ];
}

function composeSteps({ origins, methods, headers: names, credentials, exposed }: ServerNeed) {
  const label = (option: string, value: string) =>
    // Compose reads a dollar sign as the beginning of a variable.
    `- ${quoteDouble(`traefik.http.middlewares.cors.headers.${option}=${value}`.replaceAll('$', '$$$$'))}`;
  const list = (option: string, values: readonly string[]) =>
    values.length === 0 ? [] : [label(option, values.join(','))];
  const lines = [
    label('accesscontrolalloworiginlist', origins.join(',')) +
      (origins.some(isLoopbackOrigin) ? ' # localhost: development only' : ''),
    label('accesscontrolallowmethods', methods.join(',')),
    ...list('accesscontrolallowheaders', names),
    ...list('accesscontrolexposeheaders', exposed),
    ...(credentials ? [label('accesscontrolallowcredentials', 'true')] : []),
    label('addvaryheader', 'true'),
  ];
  return [
    {
      type: 'edit',
      file: 'compose.yml',
      place: 'service-labels',
      language: 'yaml',
      code: lines.join('\n'),
    },
    {
      type: 'edit',
      file: 'traefik.yml',
      place: 'entry-point',
      language: 'yaml',
      code: 'http:\n  middlewares:\n    - cors@docker',
    },
  ] as const satisfies readonly RecipeStep[];
}

function kubernetesSteps(need: ServerNeed): readonly RecipeStep[] {
  return [
    {
      type: 'edit',
      file: 'cors.yaml',
      place: 'new-file',
      language: 'yaml',
      code: `apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata:
  name: cors
  namespace: default
spec:
  headers:
${headers(need, '    ')}`,
    },
    { type: 'run', command: 'kubectl apply -f cors.yaml' },
    {
      type: 'edit',
      file: 'traefik.yml',
      place: 'entry-point',
      language: 'yaml',
      code: 'http:\n  middlewares:\n    - default-cors@kubernetescrd',
    },
  ];
}

function headers(
  { origins, methods, headers: names, credentials, exposed }: ServerNeed,
  indent: string,
): string {
  const list = (option: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${option}: [${quoteDoubles(values)}]`];
  return [
    'accessControlAllowOriginList:',
    ...origins.map((origin) => `  - ${quoteDouble(origin)}${developmentOnly(origin, ' #')}`),
    ...list('accessControlAllowMethods', methods),
    ...list('accessControlAllowHeaders', names),
    ...list('accessControlExposeHeaders', exposed),
    ...(credentials ? ['accessControlAllowCredentials: true'] : []),
    'addVaryHeader: true',
  ]
    .map((line) => indent + line)
    .join('\n');
}
