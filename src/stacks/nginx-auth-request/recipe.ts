import type { Recipe } from '../recipe.ts';

/** In the subrequest `$request_method` is still the method of the request itself. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://nginx.org/en/docs/http/ngx_http_auth_request_module.html',
  restart: { type: 'command', command: 'sudo nginx -t && sudo nginx -s reload' },
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
