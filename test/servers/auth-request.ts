import { existsSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { CleanUp } from '../demo/clean-up.ts';
import { applyEdit, type ShownEdit } from './apply-recipe.ts';
import { closeServer, listen } from './listen.ts';
import { createServerFolder, freePort } from './server-folder.ts';
import { server as nginx } from './stacks/nginx/server.ts';
import { startProcess } from './start-process.ts';

const PROGRAM = '/usr/sbin/nginx';
const FILE = 'nginx.conf';

export const hasNginx = existsSync(PROGRAM);
/** Such as `nginx 1.22.1`. */
export const nginxVersion = nginx.version;

export interface AuthRequest {
  /** What is behind the login. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts nginx with a login (`auth_request`) that any `Authorization` passes, before an application that allows pages of
 * any origin to send it.
 * @param edits what is pasted into nginx.conf before it starts, whatever the file is called
 */
export async function startAuthRequest(edits: readonly Omit<ShownEdit, 'file'>[] = []): Promise<AuthRequest> {
  const cleanUp = new CleanUp();
  try {
    const port = await freePort();
    const application = await cleanUp.started(answering(() => 204));
    const login = await cleanUp.started(answering(({ authorization }) => (authorization ? 204 : 401)));
    const files = { [FILE]: configuration(port, application.port, login.port), 'tmp/empty': '' };
    const { path: folder } = await cleanUp.started(createServerFolder(files));
    for (const edit of edits) applyEdit(folder, { ...edit, file: FILE });
    const args = ['-p', folder, '-c', `${folder}/${FILE}`, '-e', 'stderr'];
    const starting = startProcess({ command: PROGRAM, args, folder, port });
    await cleanUp.started(starting.then(({ stop }) => ({ close: stop })));
    return { url: `http://127.0.0.1:${port}/api/data`, close: () => cleanUp.run() };
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

async function answering(status: (headers: IncomingHttpHeaders) => number) {
  const server = createServer(({ headers }, response) => {
    const cors = {
      'Access-Control-Allow-Origin': headers.origin ?? '',
      'Access-Control-Allow-Headers': 'authorization, content-type',
    };
    response.writeHead(status(headers), cors).end();
  });
  const port = await listen(server, '127.0.0.1');
  return { port, close: () => closeServer(server) };
}

function configuration(port: number, application: number, login: number): string {
  return `daemon off;
pid nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path tmp;
  proxy_temp_path tmp;
  fastcgi_temp_path tmp;
  uwsgi_temp_path tmp;
  scgi_temp_path tmp;
  server {
    listen 127.0.0.1:${port};
    location / {
      auth_request /auth;
      proxy_pass http://127.0.0.1:${application};
    }
    location = /auth {
      internal;
      # place: auth-location
      proxy_pass http://127.0.0.1:${login};
      proxy_pass_request_body off;
      proxy_set_header Content-Length "";
    }
  }
}
`;
}
