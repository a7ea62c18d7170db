import { nodeProgram, packageFile } from '../../node-program.ts';

export const server = nodeProgram({
  stack: 'vite',
  package: 'vite',
  args: [packageFile('vite', 'bin/vite.js'), '--host', '127.0.0.1', '--port', '{{PORT}}', '--strictPort'],
  starts: [
    {
      // Unless told otherwise, it allows every page on this machine, and so the tests' own.
      name: 'origin not allowed',
      files: files("cors: { origin: ['https://app.example.com'] }"),
      cause: 'origin-not-allowed',
      // Another server with `cors` may answer the same, and this isn't Vite's usual port.
      recognised: 'no',
    },
    {
      name: 'not configured',
      files: files('cors: false'),
      cause: 'not-configured',
      // Any Node server may answer with a 404 that says nothing.
      recognised: 'no',
    },
  ],
});

function files(cors: string): Readonly<Record<string, string>> {
  return {
    'index.html': '<!doctype html>\n<title>App</title>\n',
    'vite.config.ts': `import { defineConfig } from 'vite';
import { api } from './api-plugin';

export default defineConfig({
  appType: 'mpa',
  plugins: [api()],
  // cors: begin
  server: { ${cors} },
  // cors: end
  // place: define-config
});
`,
    'api-plugin.ts': `import type { Plugin } from 'vite';

/** Answers what the real API will, while the app is being made. */
export function api(): Plugin {
  return {
    name: 'api',
    configureServer(server) {
      server.middlewares.use('/api/data', (request, response, next) => {
        if (request.method === 'OPTIONS') return next();
        response.setHeader('Content-Type', 'application/json');
        response.end('{"items":[]}');
      });
      server.middlewares.use('/api/crash', () => {
        throw new Error('The database is gone.');
      });
    },
  };
}
`,
  };
}
