/** What a proxy of these forwards to: a small API in Node that knows nothing of CORS. */
export const APP = api('');

/** The same, with CORS set up in it, for another page only: what comes through a proxy that adds its own. */
export const APP_WITH_CORS = api(`
  response.setHeader('Access-Control-Allow-Origin', 'http://localhost:3000');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Allow-Headers', 'content-type, x-request-id');
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  if (request.method === 'OPTIONS') return response.writeHead(204).end();`);

function api(cors: string): string {
  return `import { createServer } from 'node:http';

const METHODS = ['GET', 'POST', 'PATCH'];

function answer(request, response) {${cors}
  if (request.url === '/api/crash') throw new Error('The database is gone');
  if (request.url !== '/api/data') return send(response, 404, { error: 'Not found' });
  if (request.method === 'OPTIONS') return response.writeHead(200, { Allow: METHODS.join(', ') }).end();
  send(response, 200, { ok: true });
}

function send(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

createServer((request, response) => {
  try {
    answer(request, response);
  } catch (error) {
    send(response, 500, { error: error.message });
  }
}).listen(Number(process.env.PORT), '127.0.0.1');
`;
}
