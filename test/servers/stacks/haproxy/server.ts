import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { APP, APP_WITH_CORS } from '../../app-behind.ts';
import type { ServerFiles, ServerStack } from '../../server-stack.ts';
import { type ProxyProgram, startBehind } from '../../start-behind.ts';

const PROGRAM = '/usr/sbin/haproxy';

export const HAPROXY: ProxyProgram = {
  command: PROGRAM,
  args: ['-db', '-f', '{{FOLDER}}/etc/haproxy/haproxy.cfg'],
};

/** A frontend with these lines in it, in front of an application. */
export function haproxyFiles(lines: string, app = APP): ServerFiles {
  return {
    'app.mjs': app,
    'etc/haproxy/haproxy.cfg': `defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    retries 0

frontend api
    bind 127.0.0.1:{{PORT}}
    # place: frontend
${lines}
    default_backend app

backend app
    server app1 127.0.0.1:{{APP_PORT}}
`,
  };
}

const WITHOUT_PATCH = `    # cors: begin
    acl allowed req.fhdr(Origin) -m reg ^http://localhost:[0-9]+$
    http-request set-var(txn.origin) req.fhdr(Origin) if allowed
    http-request return status 204 if METH_OPTIONS
    http-after-response set-header Access-Control-Allow-Origin %[var(txn.origin)] if { var(txn.origin) -m found }
    http-after-response set-header Access-Control-Allow-Methods "GET, POST, OPTIONS"
    http-after-response set-header Access-Control-Allow-Headers "Content-Type, X-Request-Id"
    http-after-response set-header Access-Control-Allow-Credentials true
    http-after-response add-header Vary Origin
    # cors: end
`;

export const server: ServerStack = {
  stack: 'haproxy',
  packages: ['haproxy'],
  isInstalled: () => existsSync(PROGRAM),
  version: () =>
    spawnSync(PROGRAM, ['-v'], { encoding: 'utf8' }).stdout.replace(
      /^HAProxy version (\S+).*$/s,
      'haproxy $1',
    ),
  starts: [
    // It passes on what the application answers, and adds nothing of its own.
    { name: 'not configured', files: haproxyFiles(''), cause: 'not-configured', recognised: 'no' },
    {
      name: 'method not allowed',
      files: haproxyFiles(WITHOUT_PATCH),
      cause: 'method-not-allowed',
      recognised: 'no',
    },
    {
      name: 'origin not allowed',
      files: haproxyFiles('', APP_WITH_CORS),
      cause: 'origin-not-allowed',
      recognised: 'no',
    },
  ],
  start: (folder, port) => startBehind(HAPROXY, folder, port),
};
