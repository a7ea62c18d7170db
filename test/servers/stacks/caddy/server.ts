import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { APP, APP_WITH_CORS } from '../../app-behind.ts';
import type { ServerFiles, ServerStack } from '../../server-stack.ts';
import { type ProxyProgram, startBehind } from '../../start-behind.ts';

const PROGRAM = '/usr/bin/caddy';

export const CADDY: ProxyProgram = {
  command: PROGRAM,
  args: ['run', '--adapter', 'caddyfile', '--config', '{{FOLDER}}/etc/caddy/Caddyfile'],
  // Where it keeps its state.
  env: { HOME: '{{FOLDER}}', XDG_CONFIG_HOME: '{{FOLDER}}', XDG_DATA_HOME: '{{FOLDER}}' },
};

/** A site with these lines in it, in front of an application. */
export function caddyFiles(lines: string, app = APP): ServerFiles {
  return {
    'app.mjs': app,
    'etc/caddy/Caddyfile': `{
	admin off
}

http://127.0.0.1:{{PORT}} {
	# place: site-block
${lines}
	root * {{FOLDER}}/html
	file_server

	@api path /api/data /api/crash
	reverse_proxy @api 127.0.0.1:{{APP_PORT}}
}
`,
  };
}

const WITHOUT_REQUEST_ID = `	# cors: begin
	@cors header_regexp origin Origin ^http://localhost:\\d+$
	header @cors {
		Access-Control-Allow-Origin {header.Origin}
		Access-Control-Allow-Methods "GET, POST, OPTIONS"
		Access-Control-Allow-Headers "Authorization, Content-Type"
		Vary Origin
	}
	@preflight method OPTIONS
	respond @preflight 204
	# cors: end
`;

export const server: ServerStack = {
  stack: 'caddy',
  packages: ['caddy'],
  isInstalled: () => existsSync(PROGRAM),
  version: () =>
    `caddy ${spawnSync(PROGRAM, ['version'], { encoding: 'utf8' }).stdout.split(' ')[0]?.trim()}`,
  starts: [
    { name: 'not configured', files: caddyFiles(''), cause: 'not-configured', recognised: 'sure' },
    {
      name: 'header not allowed',
      files: caddyFiles(WITHOUT_REQUEST_ID),
      cause: 'header-not-allowed',
      recognised: 'sure',
    },
    {
      name: 'origin not allowed',
      files: caddyFiles('', APP_WITH_CORS),
      cause: 'origin-not-allowed',
      recognised: 'sure',
    },
  ],
  start: (folder, port) => startBehind(CADDY, folder, port),
};
