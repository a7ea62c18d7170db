import { nodeProgram } from '../../node-program.ts';

export const server = nodeProgram({
  stack: 'hapi',
  package: '@hapi/hapi',
  args: ['server.js'],
  starts: [
    {
      name: 'not configured',
      files: { 'server.js': source('') },
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      name: 'header not allowed',
      files: {
        'server.js': source(`  // cors: begin
  routes: { cors: { origin: ['http://localhost:*'] } },
  // cors: end
`),
      },
      cause: 'not-allowed-silently',
      recognised: 'sure',
    },
  ],
});

function source(setup: string): string {
  return `import Hapi from '@hapi/hapi';

const server = Hapi.server({
  port: Number(process.env.PORT),
  host: '127.0.0.1',
${setup}});
// place: after-app

server.route([
  { method: 'GET', path: '/api/data', handler: () => ({ items: [] }) },
  { method: 'POST', path: '/api/data', handler: (request, h) => h.response({ saved: request.payload }) },
  { method: 'PATCH', path: '/api/data', handler: (request) => ({ changed: request.payload }) },
  {
    method: 'GET',
    path: '/api/crash',
    handler: () => {
      throw new Error('The database is gone.');
    },
  },
]);

await server.start();
`;
}
