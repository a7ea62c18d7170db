import { apacheValue } from '../quote/apache.ts';
import { configString } from '../quote/config.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { anchored } from '../shared/anchored.ts';
import { developmentOnly } from '../shared/development-only.ts';

/** Apache runs a `RewriteRule` of the server before login and proxy. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header',
  restart: { type: 'command', command: 'sudo apachectl configtest && sudo apachectl graceful' },
  steps: (need) => [
    { type: 'run', command: 'sudo a2enmod headers rewrite setenvif' },
    {
      type: 'edit',
      file: '/etc/apache2/sites-available/000-default.conf',
      place: 'virtual-host',
      language: 'apache',
      code: virtualHost(need),
    },
  ],
};

function virtualHost({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  return `# The pages that may call this server
${origins.map(allowedOrigin).join('\n')}

# What the application behind sends itself would come twice
Header onsuccess unset Access-Control-Allow-Origin
Header onsuccess unset Access-Control-Allow-Credentials
Header onsuccess unset Access-Control-Allow-Methods
Header onsuccess unset Access-Control-Allow-Headers
Header onsuccess unset Access-Control-Expose-Headers
Header always set Access-Control-Allow-Origin "%{CORS_ORIGIN}e" env=CORS_ORIGIN
${credentials ? 'Header always set Access-Control-Allow-Credentials "true" env=CORS_ORIGIN\n' : ''}${listHeader('Allow-Methods', methods)}${listHeader('Allow-Headers', headers)}${listHeader('Expose-Headers', exposed)}Header always merge Vary "Origin"

RewriteEngine On
RewriteCond "%{REQUEST_METHOD}" "=OPTIONS"
RewriteCond "%{HTTP:Access-Control-Request-Method}" "."
RewriteRule "^" "-" [R=204,L]`;
}

/** A comment needs a line of its own. */
function allowedOrigin(origin: string): string {
  const comment = developmentOnly(origin, '#');
  return `${comment && `${comment}\n`}SetEnvIf Origin ${configString(anchored(origin))} CORS_ORIGIN=$0`;
}

/** Returns the line that sets a list. Empty for an empty list. */
function listHeader(name: string, tokens: readonly string[]): string {
  if (tokens.length === 0) return '';
  return `Header always set Access-Control-${name} ${apacheValue(tokens.join(', '))} env=CORS_ORIGIN\n`;
}
