import { configString } from '../quote/config.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { developmentOnly } from '../shared/development-only.ts';

/**
 * lighttpd has no directive that answers with a status, but a redirect may have any status. A module runs only for
 * requests that the modules before it in the list have left alone. In front of the others, these two run before login
 * and proxy.
 */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModSetEnv',
  restart: {
    type: 'command',
    command: 'sudo lighttpd -tt -f /etc/lighttpd/lighttpd.conf && sudo systemctl restart lighttpd',
  },
  steps: (need) => [
    {
      type: 'edit',
      file: '/etc/lighttpd/lighttpd.conf',
      place: 'end',
      language: 'lighttpd',
      code: endOfFile(need),
    },
  ],
};

function endOfFile({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const common = [
    ...(credentials ? ['    "Access-Control-Allow-Credentials" => "true",'] : []),
    ...listHeader('Allow-Methods', methods),
    ...listHeader('Allow-Headers', headers),
    ...listHeader('Expose-Headers', exposed),
  ];
  return `# These have to come first, so that login and errors get the headers, too
server.modules := ( "mod_setenv", "mod_redirect" ) + server.modules

setenv.add-response-header += ( "Vary" => "Origin" )
var.cors_headers = (
${common.join('\n')}
)
# The pages that may call this server
${origins.map(allowedOrigin).join(' else ')} else {
    # What the application behind sends itself doesn't count
    setenv.set-response-header += (
        "Access-Control-Allow-Origin" => "",
        "Access-Control-Allow-Credentials" => "",
        "Access-Control-Expose-Headers" => "",
    )
}

$HTTP["request-method"] == "OPTIONS" {
    $REQUEST_HEADER["Access-Control-Request-Method"] != "" {
        # An empty answer: no browser goes where a 204 points
        url.redirect = ( "" => "/" )
        url.redirect-code = 204
    }
}`;
}

function allowedOrigin(origin: string): string {
  const value = configString(origin);
  const comment = developmentOnly(origin, '    #');
  return `$REQUEST_HEADER["Origin"] == ${value} {
${comment && `${comment}\n`}    setenv.set-response-header += var.cors_headers + ( "Access-Control-Allow-Origin" => ${value} )
}`;
}

/** Returns the line of a list. Empty for an empty list. */
function listHeader(name: string, tokens: readonly string[]): readonly string[] {
  return tokens.length === 0 ? [] : [`    "Access-Control-${name}" => ${configString(tokens.join(', '))},`];
}
