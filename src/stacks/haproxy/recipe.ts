import { haproxyFormat, haproxyWord } from '../quote/haproxy.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { developmentOnly } from '../shared/development-only.ts';

/** `http-after-response` also covers HAProxy's own answers, unlike `http-response`. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://docs.haproxy.org/2.6/configuration.html#4.2-http-after-response',
  restart: {
    type: 'command',
    command: 'sudo haproxy -c -f /etc/haproxy/haproxy.cfg && sudo systemctl reload haproxy',
  },
  steps: (need) => [
    {
      type: 'edit',
      file: '/etc/haproxy/haproxy.cfg',
      place: 'frontend',
      language: 'haproxy',
      code: frontend(need),
    },
  ],
};

function frontend({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  return `# The pages that may call this server; has to stand before every other http-request line
${origins.map(allowedOrigin).join('\n')}
acl cors_preflight req.hdr(Access-Control-Request-Method) -m found
http-request set-var(txn.cors_origin) req.fhdr(Origin) if cors_origin
http-request return status 204 if METH_OPTIONS cors_preflight

# What the application behind sends itself would come twice
http-after-response del-header Access-Control- -m beg
${ifAllowed('Allow-Origin', '%[var(txn.cors_origin)]')}${credentials ? ifAllowed('Allow-Credentials', 'true') : ''}${listHeader('Allow-Methods', methods)}${listHeader('Allow-Headers', headers)}${listHeader('Expose-Headers', exposed)}http-after-response add-header Vary Origin`;
}

function allowedOrigin(origin: string): string {
  const comment = developmentOnly(origin, ' #');
  return `acl cors_origin req.fhdr(Origin) -m str ${haproxyWord(origin)}${comment}`;
}

/** Returns the line that sets a list. Empty for an empty list. */
function listHeader(name: string, tokens: readonly string[]): string {
  return tokens.length === 0 ? '' : ifAllowed(name, haproxyFormat(tokens.join(', ')));
}

function ifAllowed(name: string, value: string): string {
  return `http-after-response set-header Access-Control-${name} ${value} if { var(txn.cors_origin) -m found }\n`;
}
