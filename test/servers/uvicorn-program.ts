import { PYTHON } from './debian-python.ts';
import type { FailingStart, RunningServer, ServerStack } from './server-stack.ts';
import { startProcess } from './start-process.ts';

const MIDDLEWARE = (module: string, options: string) => `# cors: begin
from ${module} import CORSMiddleware

app.add_middleware(CORSMiddleware, ${options})
# cors: end
`;

/** The same faults, in the app that `source` writes around a setup. */
export function corsMiddlewareStarts(
  source: (setup: string) => string,
  module: string,
  refusal: FailingStart['recognised'],
): ServerStack['starts'] {
  const start = (
    name: FailingStart['name'],
    cause: FailingStart['cause'],
    options: string,
  ): FailingStart => ({
    name,
    files: { 'main.py': source(MIDDLEWARE(module, options)) },
    cause,
    recognised: refusal,
  });
  return [
    {
      name: 'not configured',
      files: { 'main.py': source('') },
      cause: 'not-configured',
      recognised: 'sure',
    },
    start(
      'header not allowed',
      'header-not-allowed',
      'allow_origins=["*"], allow_methods=["*"], allow_headers=["authorization"]',
    ),
    start(
      'origin not allowed',
      'origin-not-allowed',
      'allow_origins=["http://localhost:3000"], allow_methods=["*"], allow_headers=["*"]',
    ),
    start('method not allowed', 'method-not-allowed', 'allow_origins=["*"], allow_headers=["*"]'),
  ];
}

/** Runs `app` of main.py in uvicorn. */
export function startUvicorn(folder: string, port: number): Promise<RunningServer> {
  const args = ['-m', 'uvicorn', 'main:app', '--host', '127.0.0.1', '--port', String(port)];
  return startProcess({ command: PYTHON, args, folder, port });
}
