import type { Recipe, RecipeStep } from '../recipe.ts';

const SKIP_PREFLIGHTS: RecipeStep = {
  type: 'edit',
  file: 'oauth2-proxy.cfg',
  place: 'end',
  language: 'toml',
  code: 'skip_auth_preflight = true',
};

export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
  restart: { type: 'server' },
  notes: ['noteBehindGateway'],
  settings: () => ['--skip-auth-preflight=true'],
  steps: () => [SKIP_PREFLIGHTS],
  variants: () => [
    { label: 'oauth2-proxy.cfg', steps: [SKIP_PREFLIGHTS], restart: { type: 'server' } },
    {
      label: 'oauth2-proxy',
      steps: [
        {
          type: 'edit',
          file: 'oauth2-proxy',
          place: 'command-options',
          language: 'shell',
          code: '--skip-auth-preflight=true',
        },
      ],
      restart: { type: 'server' },
    },
    {
      label: 'Docker Compose',
      steps: [
        {
          type: 'edit',
          file: 'compose.yml',
          place: 'service-environment',
          language: 'yaml',
          code: 'OAUTH2_PROXY_SKIP_AUTH_PREFLIGHT: "true"',
        },
      ],
      restart: { type: 'command', command: 'docker compose up -d' },
    },
  ],
};
