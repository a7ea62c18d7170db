import { sentence } from '../../texts/index.ts';
import { type CauseTexts, fix } from '../cause-texts.ts';
import type { WebsocketClosed } from '../websocket-closed.ts';
import { ORIGIN_SETTINGS } from './websocket-handshake.ts';

export const websocketClosed: CauseTexts<WebsocketClosed> = {
  headline: (_, { server }) => sentence('headlineWebsocketClosed', { host: server }),
  happened: (_, { exchange }) => sentence('happenedWebsocket', { origin: exchange.origin }),
  advice: (_, { host, exchange }) => [
    fix('adviceWebsocketClosed', { host, origin: exchange.origin }),
    fix('adviceWebsocketOrigin', { host, origin: exchange.origin, settings: ORIGIN_SETTINGS }),
  ],
};
