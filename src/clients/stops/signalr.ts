import { client } from '../libraries/signalr.ts';
import { callOptions } from '../setting-steps.ts';
import type { Stop } from '../stop.ts';

/** Run against `@microsoft/signalr` 10.0.11: WebSockets have no preflight. */
export const stop: Stop = {
  client,
  setting: 'skipNegotiation',
  docs: 'https://learn.microsoft.com/aspnet/core/signalr/configuration#configure-additional-options',
  steps: () => [
    callOptions(
      'withUrl()',
      '// The server has to accept WebSockets.\nskipNegotiation: true,\ntransport: signalR.HttpTransportType.WebSockets,',
    ),
  ],
};
