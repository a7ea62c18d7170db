import type { Browser, CDPSession, Target } from 'puppeteer-core';

/** What the extension's worker and pages said since they are watched. */
export interface Errors {
  /** Exceptions, rejections, and all that was logged as an error. */
  readonly messages: readonly string[];
  /** All that was logged, of whatever level, as JSON. */
  readonly logged: readonly string[];
  /** The paths of the pages and workers that are watched. */
  readonly watched: readonly string[];
  close(): Promise<void>;
}

/** Watches the extension's worker, which must be running, its panel, which must be shown, and whatever else of it comes. */
export async function watchErrors(browser: Browser, extensionId: string): Promise<Errors> {
  const messages: string[] = [];
  const logged: string[] = [];
  const since = Date.now();
  const root = `chrome-extension://${extensionId}/`;
  const sessions = new Map<Target, Promise<CDPSession | null>>();
  const hear = (target: Target) => {
    if (!target.url().startsWith(root) || sessions.has(target)) return;
    // It may be gone already.
    sessions.set(
      target,
      watch(target, since, { messages, logged }).catch(() => null),
    );
  };
  for (const event of ['targetcreated', 'targetchanged'] as const) browser.on(event, hear);
  for (const target of browser.targets()) hear(target);
  for (const path of ['src/panel/', 'service-worker']) {
    await browser.waitForTarget((target) => target.url().startsWith(root + path));
  }
  await Promise.all(sessions.values());
  return {
    messages,
    logged,
    get watched() {
      return [...sessions.keys()].map((target) => target.url().slice(root.length));
    },
    close: async () => {
      for (const event of ['targetcreated', 'targetchanged'] as const) browser.off(event, hear);
      const all = await Promise.all(sessions.values());
      await Promise.all(all.map((session) => session?.detach().catch(() => {})));
    },
  };
}

interface Said {
  readonly messages: string[];
  readonly logged: string[];
}

/** Chrome tells a new session of what was said before it, too: that was another test. */
async function watch(target: Target, since: number, { messages, logged }: Said): Promise<CDPSession> {
  const session = await target.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ timestamp, exceptionDetails }) => {
    if (timestamp < since) return;
    const { text, exception } = exceptionDetails;
    messages.push(`${text} ${exception?.description ?? ''}`);
    logged.push(JSON.stringify(exceptionDetails));
  });
  session.on('Runtime.consoleAPICalled', ({ timestamp, type, args }) => {
    if (timestamp < since) return;
    logged.push(JSON.stringify(args));
    if (type === 'error' || type === 'assert') {
      messages.push(args.map(({ value, description }) => String(value ?? description)).join(' '));
    }
  });
  session.on('Log.entryAdded', ({ entry: { timestamp, level, text } }) => {
    if (timestamp < since) return;
    logged.push(text);
    if (level === 'error') messages.push(text);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  return session;
}
