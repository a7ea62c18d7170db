import type { Workaround } from '../clients/index.ts';
import { sentence } from '../texts/index.ts';
import type { Mount, ProxiedCall, ProxyConfiguration } from './dev-server.ts';
import { DEV_SERVERS, type DevServer } from './registry.ts';

/** How the page's dev server passes a call on. */
export interface DevProxy extends Workaround, ProxyConfiguration {
  /** The path of the page's own origin that the page has to call instead. */
  readonly path: string;
  /** The same as a full URL. */
  readonly fullUrl: string;
}

/**
 * Has the dev server pass the call on: then the call is no cross-origin one.
 * Returns `null` where the tool's configuration can't do it.
 */
export function devProxy(tool: DevServer, call: ProxiedCall): DevProxy | null {
  const url = new URL(call.url);
  const mount = mountOf(url);
  const configuration = DEV_SERVERS[tool].proxy(mount, call);
  if (configuration === null) return null;
  const fullUrl = call.origin + mount.path;
  const summary = sentence('clientProxy', {
    path: mount.path,
    url: mount.target + url.pathname,
    full: fullUrl,
  });
  return { summary, by: 'page', path: mount.path, fullUrl, ...configuration };
}

/** First segments of paths that dev servers answer themselves. */
const TAKEN = ['assets', 'dist', 'node_modules', 'public', 'src', 'static'];

function mountOf({ origin, protocol, hostname, pathname }: URL): Mount {
  const selfSigned = protocol === 'https:' && /^(?:localhost|.+\.localhost|127\..+|\[::1\])$/.test(hostname);
  const [, segment = ''] = pathname.split('/');
  const strip = !/^[A-Za-z0-9][\w-]*$/.test(segment) || TAKEN.includes(segment);
  const prefix = strip ? '/proxy' : `/${segment}`;
  return { target: origin, prefix, strip, path: strip ? prefix + pathname : pathname, selfSigned };
}
