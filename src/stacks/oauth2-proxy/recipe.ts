import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

const SKIP: RecipeStep = {
  type: 'edit',
  file: 'oauth2-proxy.cfg',
  place: 'end',
  language: 'toml',
  code: 'skip_auth_preflight = true',
};

export const oauth2Proxy: Recipe = {
  stack: 'oauth2-proxy',
  proof: 'documentation',
  docs: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
  restart: null,
  notes: ['noteBehindGateway'],
  steps: () => [SKIP],
  variants: () => [
    { label: 'oauth2-proxy.cfg', steps: [SKIP], restart: null },
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
      restart: null,
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
      restart: 'docker compose up -d',
    },
  ],
};

const ACCESS_FORM = 'Cloudflare One › Access controls › Applications › Advanced settings › CORS settings';

/** Access lets preflights through, or answers them by itself. */
export const cloudflareAccess: Recipe = {
  stack: 'cloudflare-access',
  proof: 'documentation',
  docs: 'https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/cors/',
  restart: '',
  notes: ['noteBehindGateway'],
  steps: () => [form(ACCESS_FORM, ['Bypass options requests to origin: On'])],
  variants: (need) => [
    {
      label: 'Bypass options requests to origin',
      steps: [form(ACCESS_FORM, ['Bypass options requests to origin: On'])],
      restart: '',
    },
    {
      label: 'Configure response to preflight requests',
      steps: [form(ACCESS_FORM, responseFields(need))],
      restart: '',
    },
  ],
};

function responseFields({ origins, methods, headers, credentials }: ServerNeed): readonly string[] {
  return [
    ...(credentials ? ['Access-Control-Allow-Credentials: On'] : []),
    `Access-Control-Allow-Origin: ${origins.join(', ')}`,
    `Access-Control-Allow-Methods: ${methods.join(', ')}`,
    ...(headers.length > 0 ? [`Access-Control-Allow-Headers: ${headers.join(', ')}`] : []),
  ];
}

export const googleIap: Recipe = {
  stack: 'google-iap',
  proof: 'documentation',
  docs: 'https://cloud.google.com/iap/docs/customizing#allowing_http_options_cors_preflight',
  restart: '',
  notes: ['noteIapSettings', 'noteBehindGateway'],
  steps: () => [
    {
      type: 'edit',
      file: 'iap_settings.yaml',
      place: 'new-file',
      language: 'yaml',
      code: 'accessSettings:\n  corsSettings:\n    allowHttpOptions: true',
    },
    {
      type: 'run',
      command: 'gcloud iap settings set iap_settings.yaml --project="$(gcloud config get-value project)"',
    },
  ],
};

export const pomerium: Recipe = {
  stack: 'pomerium',
  proof: 'documentation',
  docs: 'https://www.pomerium.com/docs/reference/routes/cors-preflight',
  restart: null,
  notes: ['noteBehindGateway'],
  steps: () => [
    {
      type: 'edit',
      file: 'config.yaml',
      place: 'gateway-route',
      language: 'yaml',
      code: 'cors_allow_preflight: true',
    },
  ],
};

/** In the subrequest `$request_method` is still the method of the request itself. */
export const nginxAuthRequest: Recipe = {
  stack: 'nginx-auth-request',
  proof: 'documentation',
  docs: 'https://nginx.org/en/docs/http/ngx_http_auth_request_module.html',
  restart: 'sudo nginx -t && sudo nginx -s reload',
  notes: ['noteBehindGateway'],
  steps: () => [
    {
      type: 'edit',
      file: '/etc/nginx/conf.d/default.conf',
      place: 'auth-location',
      language: 'nginx',
      code: `# A preflight carries no cookies: it may go to the server without a login
if ($request_method = OPTIONS) {
    return 204;
}`,
    },
  ],
};

function form(file: string, lines: readonly string[]): RecipeStep {
  return { type: 'edit', file, place: 'form', language: 'text', code: lines.join('\n') };
}
