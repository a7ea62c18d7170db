import { jsString } from '../quote/javascript.ts';
import type { ServerNeed } from '../server-need.ts';
import { originLines } from './origin-lines.ts';

/** Returns a JavaScript module that adds CORS to a handler of the Fetch API's requests: `withCors(handler)`. */
export function fetchHandlerCors({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const set = (name: string, value: string) => `headers.set('Access-Control-${name}', ${jsString(value)});`;
  const list = (name: string, names: readonly string[], indent: string) =>
    names.length === 0 ? [] : [`${indent}${set(name, names.join(', '))}`];
  return [
    'const ORIGINS = [',
    originLines(origins, { quote: jsString, comment: '//', indent: '  ' }),
    '];',
    '',
    'function setCors(headers, request) {',
    "  headers.append('Vary', 'Origin');",
    "  const origin = request.headers.get('Origin');",
    '  if (!ORIGINS.includes(origin)) return;',
    "  headers.set('Access-Control-Allow-Origin', origin);",
    ...(credentials ? [`  ${set('Allow-Credentials', 'true')}`] : []),
    ...list('Expose-Headers', exposed, '  '),
    "  if (request.method === 'OPTIONS') {",
    ...list('Allow-Methods', methods, '    '),
    ...list('Allow-Headers', headers, '    '),
    '  }',
    '}',
    '',
    'export function withCors(handler) {',
    '  return async (request, ...rest) => {',
    "    if (request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')) {",
    '      const answer = new Response(null, { status: 204 });',
    '      setCors(answer.headers, request);',
    '      return answer;',
    '    }',
    '    let response;',
    '    try {',
    '      response = await handler(request, ...rest);',
    '    } catch (error) {',
    '      console.error(error);',
    "      response = new Response('Internal Server Error', { status: 500 });",
    '    }',
    '    if (response.status === 101) return response;',
    '    const answer = new Response(response.body, response);',
    '    setCors(answer.headers, request);',
    '    return answer;',
    '  };',
    '}',
  ].join('\n');
}
