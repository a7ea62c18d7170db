import { nodeProgram } from '../../node-program.ts';

export const server = nodeProgram({
  stack: 'koa',
  package: 'koa',
  args: ['app.js'],
  starts: [
    {
      name: 'not configured',
      files: { 'app.js': app({ imports: '', setup: '' }) },
      cause: 'not-configured',
      recognised: 'likely',
    },
    {
      name: 'origin not allowed',
      files: {
        'app.js': app({
          imports: `// cors: begin
import cors from '@koa/cors';
// cors: end
`,
          setup: `// cors: begin
app.use(cors({ origin: 'https://app.example.com' }));
// cors: end
`,
        }),
      },
      cause: 'origin-not-allowed',
      recognised: 'likely',
    },
  ],
});

function app({ imports, setup }: { imports: string; setup: string }): string {
  return `import Koa from 'koa';
import Router from '@koa/router';
${imports}// place: top

const app = new Koa();
${setup}// place: after-app

const router = new Router();

router.get('/api/data', (ctx) => {
  ctx.body = { items: [] };
});

router.post('/api/data', (ctx) => {
  ctx.body = { saved: true };
});

router.patch('/api/data', (ctx) => {
  ctx.body = { changed: true };
});

router.get('/api/crash', () => {
  throw new Error('The database is gone.');
});

app.use(router.routes());
app.use(router.allowedMethods());

app.listen(Number(process.env.PORT), '127.0.0.1');
`;
}
