import { isLoopbackOrigin, originOf } from '../cors/index.ts';

/** Names of tunnels to a developer's own machine. */
const TUNNELS = [
  // https://ngrok.com/docs/universal-gateway/domains/
  'ngrok.io',
  'ngrok.app',
  'ngrok.dev',
  'ngrok-free.app',
  'ngrok-free.dev',
  // https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/do-more-with-tunnels/trycloudflare/
  'trycloudflare.com',
  // https://theboroer.github.io/localtunnel-www/
  'loca.lt',
  // https://localhost.run/docs/
  'lhr.life',
];

/** Whether who looks at a call to `url` runs the server: it is on this machine, or behind a tunnel that leads to one. */
export function isOwnServer(url: string): boolean {
  const hostname = URL.parse(url)?.hostname ?? '';
  return isLoopbackOrigin(originOf(url)) || TUNNELS.some((tunnel) => hostname.endsWith(`.${tunnel}`));
}
