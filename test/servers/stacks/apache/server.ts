import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { APP, APP_WITH_CORS } from '../../app-behind.ts';
import type { ServerFiles, ServerStack } from '../../server-stack.ts';
import { type ProxyProgram, startBehind } from '../../start-behind.ts';

const PROGRAM = '/usr/sbin/apache2';

export const APACHE: ProxyProgram = {
  command: PROGRAM,
  args: ['-d', '{{FOLDER}}', '-f', '{{FOLDER}}/apache2.conf', '-D', 'FOREGROUND'],
};

const MODULES = [
  'mpm_event',
  'authz_core',
  'authn_core',
  'authn_file',
  'authz_user',
  'auth_basic',
  'alias',
  'dir',
  'headers',
  'rewrite',
  'setenvif',
  'proxy',
  'proxy_http',
];

// Started by root, it takes no other user's rights than one that exists; everyone else's are kept.
const MAIN = `ServerName localhost
PidFile {{FOLDER}}/apache.pid
DefaultRuntimeDir {{FOLDER}}
Mutex default:{{FOLDER}}
ErrorLog {{FOLDER}}/error.log
User www-data
Group www-data
Listen 127.0.0.1:{{PORT}}
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
IncludeOptional etc/apache2/sites-available/*.conf
`;

/** A virtual host with these lines in it, in front of an application. */
export function apacheFiles(lines: string, app = APP): ServerFiles {
  return {
    'apache2.conf': MAIN,
    'app.mjs': app,
    'etc/apache2/sites-available/000-default.conf': `<VirtualHost 127.0.0.1:{{PORT}}>
    DocumentRoot /nonexistent

    # place: virtual-host
${lines}
    ProxyPass "/api/data" "http://127.0.0.1:{{APP_PORT}}/api/data"
    ProxyPass "/api/crash" "http://127.0.0.1:{{APP_PORT}}/api/crash"
</VirtualHost>
`,
  };
}

const WITHOUT_REQUEST_ID = `    # cors: begin
    SetEnvIf Origin "^http://localhost:\\d+$" ALLOWED=$0
    Header always set Access-Control-Allow-Origin "%{ALLOWED}e" env=ALLOWED
    Header always set Access-Control-Allow-Methods "GET, POST, OPTIONS"
    Header always set Access-Control-Allow-Headers "Authorization, Content-Type"
    Header always set Access-Control-Allow-Credentials "true"
    Header always merge Vary "Origin"
    # cors: end
`;

export const server: ServerStack = {
  stack: 'apache',
  packages: ['apache2'],
  isInstalled: () => existsSync(PROGRAM),
  version: () =>
    spawnSync(PROGRAM, ['-v'], { encoding: 'utf8' }).stdout.replace(/^.*Apache\/(\S+).*$/s, 'apache $1'),
  starts: [
    { name: 'not configured', files: apacheFiles(''), cause: 'not-configured', recognised: 'sure' },
    {
      name: 'header not allowed',
      files: apacheFiles(WITHOUT_REQUEST_ID),
      cause: 'header-not-allowed',
      recognised: 'sure',
    },
    {
      name: 'origin not allowed',
      files: apacheFiles('', APP_WITH_CORS),
      cause: 'origin-not-allowed',
      recognised: 'sure',
    },
  ],
  start: (folder, port) => startBehind(APACHE, folder, port),
};
