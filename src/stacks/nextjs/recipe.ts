import { jsOrigins, jsString } from '../quote/javascript.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/** The recipe uses the proxy (once called middleware). Only the proxy runs before routes, so it also covers a 404. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy#cors',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'edit', file: 'proxy.ts', place: 'new-file', language: 'typescript', code: proxy(need) },
  ],
};

function proxy(need: ServerNeed): string {
  const set = (name: string, value: string) => `response.headers.set('${name}', ${jsString(value)});`;
  const always = [
    ...(need.credentials ? [set('Access-Control-Allow-Credentials', 'true')] : []),
    ...(need.exposed.length === 0 ? [] : [set('Access-Control-Expose-Headers', need.exposed.join(', '))]),
  ];
  const onPreflight = [
    set('Access-Control-Allow-Methods', need.methods.join(', ')),
    ...(need.headers.length === 0 ? [] : [set('Access-Control-Allow-Headers', need.headers.join(', '))]),
  ];
  return `import { type NextRequest, NextResponse } from 'next/server';

// This file stands beside the app folder, so in src where there is one; up to Next.js 15 it is called middleware.ts.
const allowedOrigins = ${jsOrigins(need.origins)};

export default function proxy(request: NextRequest) {
  const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
  const response = isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next();
  response.headers.append('Vary', 'Origin');
  const origin = request.headers.get('origin') ?? '';
  if (!allowedOrigins.includes(origin)) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
${always.map((line) => `  ${line}\n`).join('')}  if (isPreflight) {
${onPreflight.map((line) => `    ${line}\n`).join('')}  }
  return response;
}

export const config = { matcher: '${matcher(need.url)}' };`;
}

/**
 * Returns the paths that the proxy covers: those next to the request's path. Not all paths, because Next.js removes
 * `Vary` from the pages that it rendered at build time, and lets caches store them.
 */
function matcher(url: string): string {
  const [, folder = '', ...rest] = new URL(url).pathname.split('/');
  return rest.length > 0 && /^[\w-]+$/.test(folder) ? `/${folder}/:path*` : '/:path*';
}
