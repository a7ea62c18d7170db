import { distributionVersion, hasModules, PYTHON } from '../../debian-python.ts';
import type { ServerStack } from '../../server-stack.ts';
import { startProcess } from '../../start-process.ts';

const APP = (setup: string) => `import os

from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/api/data")
async def read_data(request):
    return web.json_response({"data": [1, 2, 3]})


@routes.post("/api/data")
@routes.patch("/api/data")
async def write_data(request):
    return web.json_response({"written": await request.json()})


@routes.get("/api/crash")
async def crash(request):
    raise RuntimeError("This is how it crashes.")


app = web.Application()
# place: after-app
app.add_routes(routes)
${setup}web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]))
`;

const SETUP = (origin: string, options: string) => `# cors: begin
import aiohttp_cors

cors = aiohttp_cors.setup(app, defaults={"${origin}": aiohttp_cors.ResourceOptions(${options})})
for route in list(app.router.routes()):
    cors.add(route)
# cors: end
`;

export const server: ServerStack = {
  stack: 'aiohttp',
  packages: ['python3-aiohttp', 'python3-aiohttp-cors'],
  isInstalled: () => hasModules('aiohttp', 'aiohttp_cors'),
  version: () => distributionVersion('aiohttp'),
  starts: [
    {
      name: 'not configured',
      files: { 'app.py': APP('') },
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      name: 'header not allowed',
      files: { 'app.py': APP(SETUP('*', 'allow_headers=["Content-Type"]')) },
      cause: 'not-allowed-by-status',
      recognised: 'sure',
    },
    {
      name: 'origin not allowed',
      files: { 'app.py': APP(SETUP('http://localhost:3000', 'allow_headers="*"')) },
      cause: 'not-allowed-by-status',
      recognised: 'sure',
    },
  ],
  start: (folder, port) => startProcess({ command: PYTHON, args: ['app.py'], folder, port }),
};
