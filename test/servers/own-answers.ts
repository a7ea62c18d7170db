import { spawnSync } from 'node:child_process';
import type { StackId } from '../../src/stacks/stack-id.ts';
import type { ServerFiles } from './server-stack.ts';
import { APACHE, server as apache, apacheFiles } from './stacks/apache/server.ts';
import { CADDY, server as caddy, caddyFiles } from './stacks/caddy/server.ts';
import { HAPROXY, server as haproxy, haproxyFiles } from './stacks/haproxy/server.ts';
import { LIGHTTPD, server as lighttpd, lighttpdFiles } from './stacks/lighttpd/server.ts';
import { NGINX, server as nginx, nginxFiles } from './stacks/nginx/server.ts';
import type { ProxyProgram } from './start-behind.ts';

/** A proxy whose application is down, set up to answer everything by itself. */
export interface OwnAnswers {
  readonly stack: StackId;
  readonly version: () => string;
  readonly proxy: ProxyProgram;
  readonly files: ServerFiles;
  /** What a path's answer is, by path. */
  readonly paths: Readonly<Record<string, string>>;
}

export const OWN_ANSWERS: readonly OwnAnswers[] = [
  {
    stack: 'nginx',
    version: nginx.version,
    proxy: NGINX,
    files: {
      ...nginxFiles(`
    location = /static.json {
        root {{FOLDER}};
    }

    location = /login {
        auth_basic "Staff";
        auth_basic_user_file {{FOLDER}}/users;
    }

    location = /auth-request {
        auth_request /api/data;
    }

    location = /limited {
        return 503;
    }

    location = /moved {
        return 301 https://$host$request_uri;
    }
`),
      'static.json': '{}',
      users: '',
    },
    paths: {
      '/api/data': 'upstream down',
      '/static.json': 'a file',
      '/login': 'login (auth_basic)',
      '/auth-request': 'login service down (auth_request)',
      '/limited': 'unavailable',
      '/moved': 'redirect to https',
      '/nothing': 'nothing there',
    },
  },
  {
    stack: 'apache',
    version: apache.version,
    proxy: APACHE,
    files: apacheFiles(`
    Redirect 301 /moved https://localhost/moved
    Redirect 503 /limited
    <Location /login>
        AuthType Basic
        AuthName Staff
        AuthUserFile /dev/null
        Require valid-user
    </Location>
`),
    paths: {
      '/api/data': 'upstream down',
      '/login': 'login (AuthType Basic)',
      '/limited': 'unavailable',
      '/moved': 'redirect to https',
    },
  },
  {
    stack: 'caddy',
    version: caddy.version,
    proxy: CADDY,
    files: caddyFiles(`
	@staff path /login
	basicauth @staff {
		staff $2a$14$Zkx19XLiW6VYouLHR5NmfOFU0z2GTNmpkT/5qqR7hx4IjWJPDhjvG
	}
`),
    paths: { '/api/data': 'upstream down', '/login': 'login (basic_auth)' },
  },
  {
    stack: 'haproxy',
    version: haproxy.version,
    proxy: HAPROXY,
    files: haproxyFiles(`    http-request auth realm Staff if { path /login }
    http-request deny if { path /denied }
    http-request deny deny_status 400 if { path /malformed }
    http-request deny deny_status 404 if { path /nothing }
    http-request deny deny_status 405 if { path /method }
    http-request deny deny_status 429 if { path /limited }
    http-request deny deny_status 500 if { path /crash }
    http-request deny deny_status 502 if { path /bad-gateway }
    http-request deny deny_status 504 if { path /late }`),
    paths: {
      '/api/data': 'upstream down',
      '/login': 'login (http-request auth)',
      '/denied': 'denied',
      '/malformed': 'malformed',
      '/nothing': 'nothing there',
      '/method': 'method not allowed',
      '/limited': 'too many requests',
      '/crash': 'failed',
      '/bad-gateway': 'upstream answered nonsense',
      '/late': 'upstream too slow',
    },
  },
  {
    stack: 'lighttpd',
    version: lighttpd.version,
    proxy: LIGHTTPD,
    files: lighttpdFiles(`
auth.backend = "plain"
auth.backend.plain.userfile = "/dev/null"
$HTTP["url"] == "/login" {
    auth.require = ( "" => ( "method" => "basic", "realm" => "Staff", "require" => "valid-user" ) )
}
$HTTP["url"] == "/denied" {
    url.access-deny = ( "" )
}
`),
    paths: {
      '/api/data': 'upstream down',
      '/login': 'login (mod_auth)',
      '/denied': 'denied',
      '/nothing': 'nothing there',
    },
  },
  {
    stack: 'varnish',
    version: () =>
      spawnSync('/usr/sbin/varnishd', ['-V'], { encoding: 'utf8' }).stderr.replace(
        /^.*varnish-([\d.]+).*$/s,
        'varnish $1',
      ),
    proxy: {
      command: '/usr/sbin/varnishd',
      args: [
        '-j',
        'none',
        '-F',
        '-n',
        '{{FOLDER}}/state',
        '-a',
        '127.0.0.1:{{PORT}}',
        '-f',
        '{{FOLDER}}/default.vcl',
      ],
    },
    files: {
      'default.vcl': `vcl 4.1;

backend default {
    .host = "127.0.0.1";
    .port = "{{APP_PORT}}";
}

sub vcl_recv {
    if (req.url == "/denied") {
        return (synth(403));
    }
}
`,
    },
    paths: { '/api/data': 'upstream down', '/denied': 'denied' },
  },
];
