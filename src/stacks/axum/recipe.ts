import { quoteDouble } from '../quote/double.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { originLines } from '../shared/origin-lines.ts';

/** The layer that is added last is the outermost: it answers before routes, logins and fallbacks. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.rs/tower-http/latest/tower_http/cors/index.html',
  restart: { type: 'server' },
  steps: (need) => [
    { type: 'run', command: 'cargo add tower-http --features cors' },
    { type: 'edit', file: 'src/main.rs', place: 'before-listen', language: 'rust', code: layer(need) },
  ],
};

function layer({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const names = (list: readonly string[]) =>
    list.map((name) => `axum::http::HeaderName::from_static(${quoteDouble(name.toLowerCase())})`).join(', ');
  const verbs = methods.map((method) => `axum::http::Method::from_bytes(b${quoteDouble(method)}).unwrap()`);
  const calls = [
    `.allow_methods([${verbs.join(', ')}])`,
    ...(headers.length > 0 ? [`.allow_headers([${names(headers)}])`] : []),
    ...(exposed.length > 0 ? [`.expose_headers([${names(exposed)}])`] : []),
    ...(credentials ? ['.allow_credentials(true)'] : []),
  ];
  const quote = (origin: string) => `axum::http::HeaderValue::from_static(${quoteDouble(origin)})`;
  return `let app = app.layer(
    tower_http::cors::CorsLayer::new()
        .allow_origin([
${originLines(origins, { quote, comment: '//', indent: '            ' })}
        ])
${calls.map((call) => `        ${call}`).join('\n')},
);`;
}
