import { configString } from '../quote/config.ts';
import { NGINX_DOLLAR, nginxValue } from '../quote/nginx.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { anchored } from '../shared/anchored.ts';
import { developmentOnly } from '../shared/development-only.ts';

/** nginx hashes the strings of a map. It doesn't start with a longer string unless its bucket size is raised. */
const MAX_HASHED_CHARS = 46;

/** The lines belong in the server block. In a location they would remove every inherited `add_header`. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
  restart: { type: 'command', command: 'sudo nginx -t && sudo nginx -s reload' },
  steps: (need) => [
    {
      type: 'edit',
      file: '/etc/nginx/conf.d/cors.conf',
      place: 'new-file',
      language: 'nginx',
      code: maps(need),
    },
    {
      type: 'edit',
      file: '/etc/nginx/conf.d/default.conf',
      place: 'server-block',
      language: 'nginx',
      code: serverBlock(need),
    },
  ],
};

function maps({ origins, methods, headers, exposed }: ServerNeed): string {
  const hasDollar = [...methods, ...headers, ...exposed].some((token) => token.includes('$'));
  return `# The pages that may call this server
map $http_origin $cors_origin {
    default "";
${origins.map(allowedOrigin).join('\n')}
}

map $request_method:$http_access_control_request_method $cors_preflight {
    default "";
    "~^OPTIONS:." 1;
}${hasDollar ? `\n\n${NGINX_DOLLAR}` : ''}`;
}

function allowedOrigin(origin: string): string {
  const key = origin.length > MAX_HASHED_CHARS ? `~${anchored(origin)}` : origin;
  return `    ${configString(key)} $http_origin;${developmentOnly(origin, ' #')}`;
}

function serverBlock({ methods, headers, credentials, exposed }: ServerNeed): string {
  return `# A location with add_header or proxy_hide_header lines of its own needs these of them again
add_header Access-Control-Allow-Origin $cors_origin always;
${credentials ? 'add_header Access-Control-Allow-Credentials true always;\n' : ''}${listHeader('Allow-Methods', methods)}${listHeader('Allow-Headers', headers)}${listHeader('Expose-Headers', exposed)}add_header Vary Origin always;
# What the application behind sends itself would come twice
proxy_hide_header Access-Control-Allow-Origin;
proxy_hide_header Access-Control-Allow-Credentials;
proxy_hide_header Access-Control-Allow-Methods;
proxy_hide_header Access-Control-Allow-Headers;
proxy_hide_header Access-Control-Expose-Headers;

if ($cors_preflight) {
    return 204;
}`;
}

/** Returns the line that adds a list. Empty for an empty list. */
function listHeader(name: string, tokens: readonly string[]): string {
  return tokens.length === 0
    ? ''
    : `add_header Access-Control-${name} ${nginxValue(tokens.join(', '))} always;\n`;
}
