import { pythonList, pythonOrigins } from '../quote/python.ts';
import type { RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * FastAPI is built on Starlette, and this code works in both. `add_middleware` would put CORSMiddleware inside the
 * middleware that answers crashes, so a 500 would lack the headers. Wrapping the app itself (`app = CORSMiddleware(app,
 * …)`) covers crashes, but the result is no FastAPI object, which `fastapi dev` needs. Since Starlette 0.24, the
 * middleware stack is built at the first request.
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
