import { distributionVersion, hasModules } from '../../debian-python.ts';
import type { ServerStack } from '../../server-stack.ts';
import { corsMiddlewareStarts, startUvicorn } from '../../uvicorn-program.ts';

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

export const server: ServerStack = {
  stack: 'starlette',
  packages: ['python3-starlette', 'python3-uvicorn'],
  isInstalled: () => hasModules('starlette', 'uvicorn'),
  version: () => distributionVersion('starlette'),
  starts: corsMiddlewareStarts(STARLETTE, 'starlette.middleware.cors', 'sure'),
  start: startUvicorn,
};
