import { jsOrigins, jsString } from '../quote/javascript.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * Written by hand: hapi's own `cors` option answers preflights of unknown paths with a bare 404, and takes no list of
 * methods.
 */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://hapi.dev/api/#-serverextevents',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'edit', file: 'server.js', place: 'after-app', language: 'javascript', code: extensions(need) },
  ],
};

function extensions(need: ServerNeed): string {
  const set = (name: string, value: string) => `headers['${name}'] = ${jsString(value)};`;
  const always = [
    ...(need.credentials ? [set('access-control-allow-credentials', 'true')] : []),
    ...(need.exposed.length === 0 ? [] : [set('access-control-expose-headers', need.exposed.join(', '))]),
  ];
  const onPreflight = [
    set('access-control-allow-methods', need.methods.join(', ')),
    ...(need.headers.length === 0 ? [] : [set('access-control-allow-headers', need.headers.join(', '))]),
  ];
  return `const allowedOrigins = ${jsOrigins(need.origins)};

// Preflights are answered before routes and authentication.
server.ext('onRequest', (request, h) => {
  const isPreflight = request.method === 'options' && 'access-control-request-method' in request.headers;
  return isPreflight ? h.response().code(204).takeover() : h.continue;
});

server.ext('onPreResponse', (request, h) => {
  const { response } = request;
  const headers = response.isBoom ? response.output.headers : response.headers;
  headers.vary = headers.vary ? \`\${headers.vary}, Origin\` : 'Origin';
  const { origin } = request.headers;
  if (!allowedOrigins.includes(origin)) return h.continue;
  headers['access-control-allow-origin'] = origin;
${always.map((line) => `  ${line}\n`).join('')}  if (request.method === 'options') {
${onPreflight.map((line) => `    ${line}\n`).join('')}  }
  return h.continue;
});`;
}
