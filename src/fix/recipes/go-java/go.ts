import { isLoopbackOrigin, originOf } from '../../../cors/index.ts';
import { quoteGo } from '../../quote-go.ts';
import type { Recipe } from '../../recipe.ts';
import type { ServerNeed } from '../../server-need.ts';
import { rsCorsOptions } from './rs-cors-options.ts';

/** net/http has no CORS of its own; rs/cors is what most Go servers wrap their handler with. */
export const go: Recipe = {
  stack: 'go',
  proof: 'tested',
  docs: 'https://pkg.go.dev/github.com/rs/cors',
  steps: (need) => [
    { type: 'run', command: 'go get github.com/rs/cors' },
    {
      type: 'edit',
      file: 'main.go',
      place: 'below-package',
      language: 'go',
      code: 'import "github.com/rs/cors"',
    },
    { type: 'edit', file: 'main.go', place: 'wrap-handler', language: 'go', code: serving(need) },
  ],
  restart: null,
};

function serving(need: ServerNeed): string {
  return [
    `withCORS := cors.New(${rsCorsOptions(need)})`,
    '// The address and the handler, mux, are those of the line before; http.DefaultServeMux where it said nil.',
    `log.Fatal(http.ListenAndServe(${quoteGo(addressOf(need.url))}, withCORS.Handler(mux)))`,
  ].join('\n');
}

/** Where the server that was asked listens; on this machine alone if that is how it was asked. */
function addressOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${isLoopbackOrigin(originOf(url)) ? hostname : ''}:${port || '8080'}`;
}
