import { nodeProgram, packageFile } from '../../node-program.ts';

/** On Node, by its adapter. */
export const server = nodeProgram({
  stack: 'elysia',
  package: 'elysia',
  args: ['--import', packageFile('tsx', 'dist/esm/index.mjs'), 'src/index.ts'],
  starts: [
    {
      name: 'not configured',
      files: { 'src/index.ts': app({ imports: '', setup: '' }) },
      cause: 'not-configured',
      // Its 404 is what any server of the Fetch API's responses may send.
      recognised: 'no',
    },
    {
      name: 'header not allowed',
      files: { 'src/index.ts': withCors("origin: /localhost/, allowedHeaders: ['Content-Type']") },
      cause: 'header-not-allowed',
      recognised: 'sure',
    },
    {
      name: 'origin not allowed',
      files: { 'src/index.ts': withCors("origin: 'https://app.example.com'") },
      cause: 'origin-not-allowed',
      recognised: 'sure',
    },
  ],
});

function withCors(options: string): string {
  return app({
    imports: `// cors: begin
import { cors } from '@elysiajs/cors';
// cors: end
`,
    setup: `// cors: begin
app.use(cors({ ${options} }));
// cors: end
`,
  });
}

function app({ imports, setup }: { imports: string; setup: string }): string {
  return `import { node } from '@elysiajs/node';
import { Elysia } from 'elysia';
${imports}// place: top

const app = new Elysia({ adapter: node() });
${setup}// place: after-app

app.get('/api/data', () => ({ items: [] }));

app.post('/api/data', ({ body }) => ({ saved: body }));

app.patch('/api/data', ({ body }) => ({ changed: body }));

app.get('/api/crash', () => {
  throw new Error('The database is gone.');
});

app.listen({ port: Number(process.env.PORT), hostname: '127.0.0.1' });
`;
}
