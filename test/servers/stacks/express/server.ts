import { nodeProgram } from '../../node-program.ts';

export const server = nodeProgram({
  stack: 'express',
  package: 'express',
  args: ['app.js'],
  starts: [
    {
      name: 'not configured',
      files: { 'app.js': app({ imports: '', setup: '' }) },
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      name: 'header not allowed',
      files: {
        'app.js': app({
          imports: `// cors: begin
import cors from 'cors';
// cors: end
`,
          setup: `// cors: begin
app.use(cors({ origin: /^http:\\/\\/localhost:\\d+$/, allowedHeaders: ['Content-Type'] }));
// cors: end
`,
        }),
      },
      cause: 'header-not-allowed',
      recognised: 'sure',
    },
  ],
});

function app({ imports, setup }: { imports: string; setup: string }): string {
  return `import express from 'express';
${imports}// place: top

const app = express();
${setup}// place: after-app

app.use(express.json());

app.get('/api/data', (req, res) => {
  res.json({ items: [] });
});

app.post('/api/data', (req, res) => {
  res.json({ saved: req.body });
});

app.patch('/api/data', (req, res) => {
  res.json({ changed: req.body });
});

app.get('/api/crash', () => {
  throw new Error('The database is gone.');
});

app.listen(Number(process.env.PORT), '127.0.0.1');
`;
}
