import { nodeProgram, packageFile } from '../../node-program.ts';

export const server = nodeProgram({
  stack: 'hono',
  package: 'hono',
  args: ['--import', packageFile('tsx', 'dist/esm/index.mjs'), 'src/index.ts'],
  starts: [
    {
      name: 'not configured',
      files: { 'src/index.ts': app({ imports: '', setup: '' }) },
      cause: 'not-configured',
      recognised: 'likely',
    },
    {
      name: 'header not allowed',
      files: {
        'src/index.ts': app({
          imports: `// cors: begin
import { cors } from 'hono/cors';
// cors: end
`,
          setup: `// cors: begin
const local = (origin: string) => (/^http:\\/\\/localhost:\\d+$/.test(origin) ? origin : null);
app.use('/api/*', cors({ origin: local, allowHeaders: ['Content-Type'] }));
// cors: end
`,
        }),
      },
      cause: 'header-not-allowed',
      recognised: 'likely',
    },
  ],
});

function app({ imports, setup }: { imports: string; setup: string }): string {
  return `import { serve } from '@hono/node-server';
import { Hono } from 'hono';
${imports}// place: top

const app = new Hono();
${setup}// place: after-app

app.get('/api/data', (c) => c.json({ items: [] }));

app.post('/api/data', async (c) => c.json({ saved: await c.req.json() }));

app.patch('/api/data', async (c) => c.json({ changed: await c.req.json() }));

app.get('/api/crash', () => {
  throw new Error('The database is gone.');
});

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
`;
}
