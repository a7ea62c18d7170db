import { startChromiumClient } from './ask-chromium.ts';
import { nginxVersion, startAuthRequest } from './auth-request.ts';
import { writeCaptured } from './write-captured.ts';

/** Writes to test/stacks/captured what nginx answers where a login is missing: `tsx test/servers/capture-auth-request.ts`. */
const client = await startChromiumClient();
const server = await startAuthRequest();
const about = {
  stack: 'nginx-auth-request',
  version: nginxVersion(),
  client: client.name,
  setup: 'not configured',
} as const;
const asked = { origin: 'http://localhost:5174', url: server.url };
const headers = [
  ['content-type', 'application/json'],
  ['x-request-id', '1'],
] as const;
const answers = [
  ...(await client.answersTo({ ...asked, mode: 'cors', method: 'POST', headers })),
  ...(await client.answersTo({ ...asked, mode: 'cors', method: 'GET', headers: [] })),
];
await server.close();
await client.close();
writeCaptured(
  'nginx-auth-request-login',
  answers.map((answer) => ({ ...about, ...answer })),
);
