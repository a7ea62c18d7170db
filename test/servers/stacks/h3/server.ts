import { nodeProgram, packageFile } from '../../node-program.ts';

/** The server of Nuxt and Nitro, but for what they build around it. */
export const server = nodeProgram({
  stack: 'h3',
  package: 'h3',
  args: ['--import', packageFile('tsx', 'dist/esm/index.mjs'), 'server.ts'],
  starts: [
    {
      name: 'not configured',
      files: { 'server.ts': source() },
      cause: 'not-configured',
      recognised: 'sure',
    },
  ],
});

function source(): string {
  return `import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createApp, createRouter, defineEventHandler, readBody, toNodeListener } from 'h3';

const app = createApp();

// Nuxt finds middleware in this folder and puts it before the routes.
if (existsSync('server/middleware')) {
  for (const name of readdirSync('server/middleware').sort()) {
    app.use((await import(\`./server/middleware/\${name}\`)).default);
  }
}

const router = createRouter();

router.get('/api/data', defineEventHandler(() => ({ items: [] })));

router.post('/api/data', defineEventHandler(async (event) => ({ saved: await readBody(event) })));

router.patch('/api/data', defineEventHandler(async (event) => ({ changed: await readBody(event) })));

router.get('/api/crash', defineEventHandler(() => {
  throw new Error('The database is gone.');
}));

app.use(router);

createServer(toNodeListener(app)).listen(Number(process.env.PORT), '127.0.0.1');
`;
}
