import { distributionVersion, hasModules } from '../../debian-python.ts';
import type { ServerStack } from '../../server-stack.ts';
import { corsMiddlewareStarts, startUvicorn } from '../../uvicorn-program.ts';

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

export const server: ServerStack = {
  stack: 'fastapi',
  packages: ['python3-fastapi', 'python3-uvicorn'],
  isInstalled: () => hasModules('fastapi', 'uvicorn'),
  version: () => distributionVersion('fastapi'),
  starts: corsMiddlewareStarts(FASTAPI, 'fastapi.middleware.cors', 'no'),
  start: startUvicorn,
};
