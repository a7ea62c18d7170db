import { jsString } from '../../stacks/index.ts';
import { client } from '../libraries/connect.ts';
import { callOptions } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@connectrpc/connect-web` 2.3.0. Servers ask for the header only with `requireConnectProtocolHeader`. */
export const stop: Stop = {
  client,
  setting: 'interceptors',
  docs: 'https://connectrpc.com/docs/web/interceptors',
  stops: 'connect-protocol-version',
  steps: (names) => [
    callOptions(
      'createConnectTransport()',
      `interceptors: [(next) => (request) => {
  for (const name of [${names.map(jsString).join(', ')}]) request.header.delete(name);
  return next(request);
}],`,
    ),
  ],
};
