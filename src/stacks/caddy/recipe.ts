import { caddyMapInput, caddyToken } from '../quote/caddy.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { developmentOnly } from '../shared/development-only.ts';

/** `map` compares whole strings. The matcher `header` would read a `*` at the end of an origin as a wildcard. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://caddyserver.com/docs/caddyfile/directives/header',
  restart: { type: 'command', command: 'sudo systemctl reload caddy' },
  steps: (need) => [
    {
      type: 'edit',
      file: '/etc/caddy/Caddyfile',
      place: 'site-block',
      language: 'caddyfile',
      code: siteBlock(need),
    },
  ],
};

function siteBlock({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const ofEveryAnswer = [
    '\tAccess-Control-Allow-Origin {header.Origin}',
    ...(credentials ? ['\tAccess-Control-Allow-Credentials true'] : []),
    ...listHeader('Expose-Headers', exposed),
  ];
  const ofPreflights = [...listHeader('Allow-Methods', methods), ...listHeader('Allow-Headers', headers)];
  return `# The pages that may call this server
map {header.Origin} {cors} {
${origins.map(allowedOrigin).join('\n')}
	default no
}
@cors_allowed vars {cors} yes
@cors_other vars {cors} no
@cors_preflight {
	method OPTIONS
	header Access-Control-Request-Method *
}

header +Vary Origin
header @cors_allowed {
${[...ofEveryAnswer, ...ofPreflights].join('\n')}
}
# In place of what the application behind sends itself
header @cors_allowed {
${ofEveryAnswer.join('\n')}
	defer
}
header @cors_other {
	-Access-Control-*
	defer
}

# basic_auth and forward_auth come first: give them a matcher with "not method OPTIONS"
respond @cors_preflight 204`;
}

function allowedOrigin(origin: string): string {
  return `\t${caddyMapInput(origin)} yes${developmentOnly(origin, ' #')}`;
}

/** Returns the line that sets a list. Empty for an empty list. */
function listHeader(name: string, tokens: readonly string[]): readonly string[] {
  return tokens.length === 0 ? [] : [`\tAccess-Control-${name} ${caddyToken(tokens.join(', '))}`];
}
