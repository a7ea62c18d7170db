import { isLoopbackOrigin, originOf } from '../../cors/index.ts';
import { quoteDouble } from '../quote/double.ts';
import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { originLines } from '../shared/origin-lines.ts';
import { rsCorsOptions } from '../shared/rs-cors-options.ts';

/** net/http has no CORS. Many Go servers wrap their handler with rs/cors; others write it by hand. */
export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://pkg.go.dev/github.com/rs/cors',
  steps: withRsCors,
  restart: { type: 'server' },
  variants: (need) => [
    { label: 'rs/cors', steps: withRsCors(need), restart: { type: 'server' } },
    { label: 'net/http', steps: [wrapped(byHand(need))], restart: { type: 'server' } },
  ],
};

function withRsCors(need: ServerNeed): readonly RecipeStep[] {
  return [
    { type: 'run', command: 'go get github.com/rs/cors' },
    {
      type: 'edit',
      file: 'main.go',
      place: 'below-package',
      language: 'go',
      code: 'import "github.com/rs/cors"',
    },
    wrapped(serving(need)),
  ];
}

function wrapped(code: string): RecipeStep {
  return { type: 'edit', file: 'main.go', place: 'wrap-handler', language: 'go', code };
}

/** A preflight of an origin that isn't listed goes on to the handler, as it did before. */
function byHand(need: ServerNeed): string {
  const { origins, methods, headers, credentials, exposed, url } = need;
  const set = (name: string, value: string) => `w.Header().Set(${quoteDouble(name)}, ${quoteDouble(value)})`;
  const always = [
    '\t\tw.Header().Set("Access-Control-Allow-Origin", origin)',
    ...(credentials ? [`\t\t${set('Access-Control-Allow-Credentials', 'true')}`] : []),
    ...(exposed.length > 0 ? [`\t\t${set('Access-Control-Expose-Headers', exposed.join(', '))}`] : []),
  ];
  const onPreflight = [
    `\t\t\t${set('Access-Control-Allow-Methods', methods.join(', '))}`,
    ...(headers.length > 0 ? [`\t\t\t${set('Access-Control-Allow-Headers', headers.join(', '))}`] : []),
  ];
  return `// ${ADDRESS_HINT}
log.Fatal(http.ListenAndServe(${quoteDouble(addressOf(url))}, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	allowed := []string{
${originLines(origins, { quote: quoteDouble, comment: '//', indent: '\t\t' })}
	}
	w.Header().Add("Vary", "Origin")
	for _, origin := range allowed {
		if r.Header.Get("Origin") != origin {
			continue
		}
${always.join('\n')}
		if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {
${onPreflight.join('\n')}
			w.WriteHeader(http.StatusNoContent)
			return
		}
	}
	mux.ServeHTTP(w, r)
})))`;
}

const ADDRESS_HINT =
  'The address and the handler, mux, are those of the line before; http.DefaultServeMux where it said nil.';

function serving(need: ServerNeed): string {
  return [
    `withCORS := cors.New(${rsCorsOptions(need)})`,
    `// ${ADDRESS_HINT}`,
    `log.Fatal(http.ListenAndServe(${quoteDouble(addressOf(need.url))}, withCORS.Handler(mux)))`,
  ].join('\n');
}

/**
 * Returns the address on which the server listens. It is limited to this machine if the request was sent to loopback.
 */
function addressOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${isLoopbackOrigin(originOf(url)) ? hostname : ''}:${port || '8080'}`;
}
