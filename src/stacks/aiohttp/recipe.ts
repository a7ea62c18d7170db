import { quoteDouble } from '../quote/double.ts';
import { pythonOrigins } from '../quote/python.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * Written by hand: aiohttp-cors covers only the routes that it knows, but no 404 and no crash. aiohttp sends the signal
 * for every answer, including its own.
 */
function setup({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const set = (name: string, values: readonly string[]) =>
    `response.headers["${name}"] = ${quoteDouble(values.join(', '))}`;
  const always = [
    'response.headers["Access-Control-Allow-Origin"] = origin',
    ...(credentials ? [set('Access-Control-Allow-Credentials', ['true'])] : []),
    ...(exposed.length > 0 ? [set('Access-Control-Expose-Headers', exposed)] : []),
  ];
  const onPreflight = [
    set('Access-Control-Allow-Methods', methods),
    ...(headers.length > 0 ? [set('Access-Control-Allow-Headers', headers)] : []),
  ];
  return `CORS_ORIGINS = ${pythonOrigins(origins)}


def is_preflight(request):
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


@web.middleware
async def answer_preflight(request, handler):
    return web.Response(status=204) if is_preflight(request) else await handler(request)


async def add_cors_headers(request, response):
    response.headers.add("Vary", "Origin")
    origin = request.headers.get("Origin")
    if origin not in CORS_ORIGINS:
        return
${always.map((line) => `    ${line}`).join('\n')}
    if is_preflight(request):
${onPreflight.map((line) => `        ${line}`).join('\n')}


# Before the login check and the routes.
app.middlewares.insert(0, answer_preflight)
app.on_response_prepare.append(add_cors_headers)`;
}

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://docs.aiohttp.org/en/stable/web_advanced.html#signals',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'edit', file: 'app.py', place: 'after-app', language: 'python', code: setup(need) },
  ],
};
