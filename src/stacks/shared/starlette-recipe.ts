import { pythonList, pythonOrigins } from '../quote/python.ts';
import type { RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * FastAPI is built on Starlette, and this works in both. `add_middleware` puts CORSMiddleware inside of what answers
 * crashes, whose 500 then lacks the headers; to wrap the app itself (`app = CORSMiddleware(app, …)`) covers them, but
 * what it leaves is no FastAPI object any more, which `fastapi dev` wants. The stack is built with the first request,
 * as of Starlette 0.24.
 * @see https://www.starlette.io/middleware/#using-middleware
 */
export function corsMiddlewareSteps(module: string, need: ServerNeed): readonly RecipeStep[] {
  return [
    { type: 'edit', file: 'main.py', place: 'after-app', language: 'python', code: setup(module, need) },
  ];
}

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
