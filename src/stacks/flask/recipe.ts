import { quoteDouble } from '../quote/double.ts';
import { pythonList, pythonOrigins } from '../quote/python.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * flask-cors adds its headers to every answer, so the recipe answers a preflight before login and routing can answer it
 * with a 401 or 404. flask-cors names the origin in Vary only if it allowed the origin and isn't limited to a single
 * one.
 */
function setup({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const options = [
    `origins=${pythonOrigins(origins, '    ', pattern)},`,
    `methods=${pythonList(methods)},`,
    `allow_headers=[${headers.map(pattern).join(', ')}],`,
    ...(credentials ? ['supports_credentials=True,'] : []),
    ...(exposed.length > 0 ? [`expose_headers=${pythonList(exposed)},`] : []),
    'always_send=False,',
    'vary_header=False,',
  ];
  return `${[...origins, ...headers].some(looksLikeRegex) ? 'import re\n\n' : ''}from flask import request
from flask_cors import CORS

CORS(
    app,
${options.map((line) => `    ${line}`).join('\n')}
)
# With --debug, too, Flask answers a crash itself, with the headers; the traceback is in the terminal.
app.config["PROPAGATE_EXCEPTIONS"] = False


@app.before_request
def answer_preflight():
    if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
        return "", 204


@app.after_request
def vary_by_origin(response):
    response.vary.add("Origin")
    return response`;
}

/** flask-cors reads a string that holds one of these characters as a regular expression. */
function looksLikeRegex(text: string): boolean {
  return /[*\\?$^[\]()]/.test(text);
}

function pattern(text: string): string {
  const quoted = quoteDouble(text);
  return looksLikeRegex(text) ? `re.compile(re.escape(${quoted}) + r"\\Z")` : quoted;
}

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://flask-cors.readthedocs.io/en/latest/api.html',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'run', command: 'pip install flask-cors' },
    { type: 'edit', file: 'app.py', place: 'after-app', language: 'python', code: setup(need) },
  ],
};
