import { pythonList, pythonOrigins } from '../quote/python.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * FastAPI is built on Starlette, and this works in both. `add_middleware` puts CORSMiddleware inside of what answers
 * crashes, whose 500 then lacks the headers; to wrap the app itself (`app = CORSMiddleware(app, …)`) covers them, but
 * what it leaves is no FastAPI object any more, which `fastapi dev` wants. The stack is built with the first request,
 * as of Starlette 0.24.
 * @see https://www.starlette.io/middleware/#using-middleware
 */
function setup(module: string, need: ServerNeed): string {
  const options = [
    `allow_origins=${pythonOrigins(need.origins, ' '.repeat(8))},`,
    `allow_methods=${pythonList(need.methods)},`,
    `allow_headers=${pythonList(need.headers)},`,
    ...(need.credentials ? ['allow_credentials=True,'] : []),
    ...(need.exposed.length > 0 ? [`expose_headers=${pythonList(need.exposed)},`] : []),
  ];
  return `from ${module} import CORSMiddleware


def with_cors(build=app.build_middleware_stack):
    # Around everything, so that the answer to a crash (500) has the headers, too.
    return CORSMiddleware(
        build(),
${options.map((line) => `        ${line}`).join('\n')}
    )


app.build_middleware_stack = with_cors`;
}

export const fastapi: Recipe = {
  stack: 'fastapi',
  proof: 'tested',
  docs: 'https://fastapi.tiangolo.com/tutorial/cors/',
  restart: null,
  steps: (need) => [
    {
      type: 'edit',
      file: 'main.py',
      place: 'after-app',
      language: 'python',
      code: setup('fastapi.middleware.cors', need),
    },
  ],
};

export const starlette: Recipe = {
  stack: 'starlette',
  proof: 'tested',
  docs: 'https://www.starlette.io/middleware/#corsmiddleware',
  restart: null,
  steps: (need) => [
    {
      type: 'edit',
      file: 'main.py',
      place: 'after-app',
      language: 'python',
      code: setup('starlette.middleware.cors', need),
    },
  ],
};
