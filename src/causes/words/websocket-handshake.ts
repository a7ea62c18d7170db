import { addressSpaceOf } from '../../cors/index.ts';
import { sentence } from '../../texts/index.ts';
import { type Advice, type CauseTexts, fix, inPageInstead } from '../cause-texts.ts';
import type { WebsocketHandshake } from '../websocket-handshake.ts';

/** Where popular servers are told which origins may open a WebSocket. */
export const ORIGIN_SETTINGS = [
  'allowed_request_origins (Rails)',
  'ALLOWED_HOSTS (Django Channels)',
  'setAllowedOrigins (Spring)',
  'CheckOrigin (gorilla/websocket)',
  'OriginPatterns (coder/websocket)',
  'verifyClient (ws)',
];

export const websocketHandshake: CauseTexts<WebsocketHandshake> = {
  headline: ({ status }, { server }) =>
    status === null
      ? sentence('headlineWebsocketUntold', { host: server })
      : sentence('headlineWebsocket', { host: server, status: String(status), wanted: '101' }),
  happened: (_, { exchange }) => sentence('happenedWebsocket', { origin: exchange.origin }),
  advice: ({ status }, { host, url, exchange: { origin } }) => [
    ...(status === null && isMorePrivate(origin, url)
      ? [inPageInstead('adviceWebsocketLocal', { host })]
      : []),
    ...adviceOn(status, host, origin),
  ],
};

/** Local network access keeps pages of other networks off, also from WebSockets. */
function isMorePrivate(origin: string, url: string): boolean {
  return addressSpaceOf(url) !== null && addressSpaceOf(origin) === null;
}

function adviceOn(status: number | null, host: string, origin: string): readonly Advice[] {
  const checksOrigin = fix('adviceWebsocketOrigin', { host, origin, settings: ORIGIN_SETTINGS });
  const headers = ['Upgrade', 'Connection'];
  switch (status) {
    case 403:
      return [checksOrigin];
    case null:
      return [
        fix('adviceWebsocketUntold', { host }),
        checksOrigin,
        fix('adviceWebsocketProxy', { host, headers }),
      ];
    case 401:
      return [fix('adviceWebsocketLogin', { host, header: 'Authorization' })];
    case 400:
      return [checksOrigin, fix('adviceWebsocketProxy', { host, headers })];
  }
  return [fix('adviceWebsocketProxy', { host, headers })];
}
