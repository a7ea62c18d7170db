import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { APP, APP_WITH_CORS } from '../../app-behind.ts';
import type { ServerFiles, ServerStack } from '../../server-stack.ts';
import { type ProxyProgram, startBehind } from '../../start-behind.ts';

const PROGRAM = '/usr/sbin/nginx';

export const NGINX: ProxyProgram = {
  command: PROGRAM,
  args: ['-p', '{{FOLDER}}', '-c', '{{FOLDER}}/nginx.conf', '-e', 'stderr'],
};

// Everything that the packaged configuration keeps below /var and /run is kept in the folder.
const MAIN = `daemon off;
master_process off;
worker_processes 1;
pid {{FOLDER}}/nginx.pid;
error_log stderr;

events {}

http {
    access_log off;
    client_body_temp_path {{FOLDER}}/temp-body;
    proxy_temp_path {{FOLDER}}/temp-proxy;
    fastcgi_temp_path {{FOLDER}}/temp-fastcgi;
    uwsgi_temp_path {{FOLDER}}/temp-uwsgi;
    scgi_temp_path {{FOLDER}}/temp-scgi;
    include etc/nginx/conf.d/*.conf;
}
`;

/** A server with these lines in it, in front of an application. */
export function nginxFiles(lines: string, app = APP): ServerFiles {
  return {
    'nginx.conf': MAIN,
    'app.mjs': app,
    'etc/nginx/conf.d/default.conf': `server {
    listen 127.0.0.1:{{PORT}};
    server_name _;
    add_header X-Frame-Options DENY;

    # place: server-block
${lines}
    location / {
        root {{FOLDER}}/html;
    }

    location ~ ^/api/(data|crash)$ {
        proxy_pass http://127.0.0.1:{{APP_PORT}};
    }
}
`,
  };
}

// As it stands in many answers on the web.
const WITHOUT_REQUEST_ID = `    # cors: begin
    set $allowed "";
    if ($http_origin ~ "^http://localhost:\\d+$") {
        set $allowed $http_origin;
    }
    add_header Access-Control-Allow-Origin $allowed always;
    add_header Access-Control-Allow-Methods "GET, POST, OPTIONS" always;
    add_header Access-Control-Allow-Headers "Authorization, Content-Type" always;
    add_header Access-Control-Allow-Credentials true always;
    add_header Vary Origin always;
    if ($request_method = OPTIONS) {
        return 204;
    }
    # cors: end
`;

export const server: ServerStack = {
  stack: 'nginx',
  packages: ['nginx-light'],
  isInstalled: () => existsSync(PROGRAM),
  version: () =>
    spawnSync(PROGRAM, ['-v'], { encoding: 'utf8' }).stderr.replace(/^.*nginx\/(\S+).*$/s, 'nginx $1'),
  starts: [
    { name: 'not configured', files: nginxFiles(''), cause: 'not-configured', recognised: 'sure' },
    {
      name: 'header not allowed',
      files: nginxFiles(WITHOUT_REQUEST_ID),
      cause: 'header-not-allowed',
      recognised: 'sure',
    },
    {
      name: 'origin not allowed',
      files: nginxFiles('', APP_WITH_CORS),
      cause: 'origin-not-allowed',
      recognised: 'sure',
    },
  ],
  start: (folder, port) => startBehind(NGINX, folder, port),
};
