import { nodeProgram } from '../../node-program.ts';

export const server = nodeProgram({
  stack: 'fastify',
  package: 'fastify',
  args: ['server.js'],
  starts: [
    {
      name: 'not configured',
      files: { 'server.js': source({ imports: '', setup: '' }) },
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      // @fastify/cors allows GET, HEAD and POST where nothing is said.
      name: 'method not allowed',
      files: {
        'server.js': source({
          imports: `// cors: begin
import cors from '@fastify/cors';
// cors: end
`,
          setup: `// cors: begin
fastify.register(cors, { origin: /^http:\\/\\/localhost:\\d+$/ });
// cors: end
`,
        }),
      },
      cause: 'method-not-allowed',
      recognised: 'likely',
    },
  ],
});

function source({ imports, setup }: { imports: string; setup: string }): string {
  return `import Fastify from 'fastify';
${imports}// place: top

const fastify = Fastify();
${setup}// place: after-app

fastify.get('/api/data', async () => ({ items: [] }));

fastify.post('/api/data', async (request) => ({ saved: request.body }));

fastify.patch('/api/data', async (request) => ({ changed: request.body }));

fastify.get('/api/crash', async () => {
  throw new Error('The database is gone.');
});

await fastify.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
`;
}
