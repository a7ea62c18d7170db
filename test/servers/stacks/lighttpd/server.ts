import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { APP, APP_WITH_CORS } from '../../app-behind.ts';
import type { ServerFiles, ServerStack } from '../../server-stack.ts';
import { type ProxyProgram, startBehind } from '../../start-behind.ts';

const PROGRAM = '/usr/sbin/lighttpd';

export const LIGHTTPD: ProxyProgram = {
  command: PROGRAM,
  args: ['-D', '-f', '{{FOLDER}}/etc/lighttpd/lighttpd.conf'],
};

/** A server with these lines in it, in front of an application. */
export function lighttpdFiles(lines: string, app = APP): ServerFiles {
  return {
    'app.mjs': app,
    'etc/lighttpd/lighttpd.conf': `server.modules = (
    "mod_access",
    "mod_auth",
    "mod_authn_file",
    "mod_proxy",
    "mod_setenv",
)
server.bind = "127.0.0.1"
server.port = {{PORT}}
server.document-root = "{{FOLDER}}/html"
server.upload-dirs = ( "{{FOLDER}}" )
server.errorlog = "{{FOLDER}}/error.log"
setenv.set-response-header = ( "X-Frame-Options" => "DENY" )

$HTTP["url"] =~ "^/api/(data|crash)$" {
    proxy.server = ( "" => (( "host" => "127.0.0.1", "port" => {{APP_PORT}} )) )
}
${lines}
# place: end
`,
  };
}

const WITHOUT_REQUEST_ID = `# cors: begin
$REQUEST_HEADER["Origin"] =~ "^http://localhost:" {
    setenv.add-response-header = (
        "Access-Control-Allow-Origin" => "*",
        "Access-Control-Allow-Methods" => "GET, POST, OPTIONS",
        "Access-Control-Allow-Headers" => "Authorization, Content-Type",
    )
}
# cors: end
`;

export const server: ServerStack = {
  stack: 'lighttpd',
  packages: ['lighttpd'],
  isInstalled: () => existsSync(PROGRAM),
  version: () =>
    spawnSync(PROGRAM, ['-v'], { encoding: 'utf8' }).stdout.replace(/^lighttpd\/(\S+).*$/s, 'lighttpd $1'),
  starts: [
    { name: 'not configured', files: lighttpdFiles(''), cause: 'not-configured', recognised: 'sure' },
    {
      name: 'header not allowed',
      files: lighttpdFiles(WITHOUT_REQUEST_ID),
      cause: 'header-not-allowed',
      recognised: 'sure',
    },
    {
      name: 'origin not allowed',
      files: lighttpdFiles('', APP_WITH_CORS),
      cause: 'origin-not-allowed',
      recognised: 'sure',
    },
  ],
  start: (folder, port) => startBehind(LIGHTTPD, folder, port),
};
