import { distributionVersion, hasModules, PYTHON } from '../../debian-python.ts';
import type { FailingStart, RunningServer, ServerStack } from '../../server-stack.ts';
import { startProcess } from '../../start-process.ts';

const FASTAPI = (setup: string) => `from fastapi import FastAPI

app = FastAPI()
${setup}# place: after-app


@app.get("/api/data")
def read_data():
    return {"data": [1, 2, 3]}


@app.post("/api/data")
@app.patch("/api/data")
def write_data(data: dict):
    return {"written": data}


@app.get("/api/crash")
def crash():
    raise RuntimeError("This is how it crashes.")
`;

const STARLETTE = (setup: string) => `from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


def read_data(request):
    return JSONResponse({"data": [1, 2, 3]})


async def write_data(request):
    return JSONResponse({"written": await request.json()})


def crash(request):
    raise RuntimeError("This is how it crashes.")


app = Starlette(
    routes=[
        Route("/api/data", read_data),
        Route("/api/data", write_data, methods=["POST", "PATCH"]),
        Route("/api/crash", crash),
    ]
)
${setup}# place: after-app
`;

const MIDDLEWARE = (module: string, options: string) => `# cors: begin
from ${module} import CORSMiddleware

app.add_middleware(CORSMiddleware, ${options})
# cors: end
`;

/** The same faults, in the app that `source` writes around a setup. */
function starts(
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

function start(folder: string, port: number): Promise<RunningServer> {
  const args = ['-m', 'uvicorn', 'main:app', '--host', '127.0.0.1', '--port', String(port)];
  return startProcess({ command: PYTHON, args, folder, port });
}

export const fastapi: ServerStack = {
  stack: 'fastapi',
  packages: ['python3-fastapi', 'python3-uvicorn'],
  isInstalled: () => hasModules('fastapi', 'uvicorn'),
  version: () => distributionVersion('fastapi'),
  starts: starts(FASTAPI, 'fastapi.middleware.cors', 'likely'),
  start,
};

export const starlette: ServerStack = {
  stack: 'starlette',
  packages: ['python3-starlette', 'python3-uvicorn'],
  isInstalled: () => hasModules('starlette', 'uvicorn'),
  version: () => distributionVersion('starlette'),
  starts: starts(STARLETTE, 'starlette.middleware.cors', 'no'),
  start,
};
