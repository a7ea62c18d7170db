import type { Browser, CDPSession, Target } from 'puppeteer-core';

/** What went wrong in a page or worker since it is watched: exceptions, rejections, and all that was logged as an error. */
export interface Errors {
  readonly messages: readonly string[];
  close(): Promise<void>;
}

/** Watches the extension's worker, which must be running, and its panel, which must be shown. */
export async function watchErrors(browser: Browser, extensionId: string): Promise<Errors> {
  const urls = ['src/panel/', 'service-worker'].map((path) => `chrome-extension://${extensionId}/${path}`);
  const targets = await Promise.all(
    urls.map((url) => browser.waitForTarget((target) => target.url().startsWith(url))),
  );
  const messages: string[] = [];
  const sessions = await Promise.all(targets.map((target) => watch(target, messages)));
  return {
    messages,
    close: async () => {
      await Promise.all(sessions.map((session) => session.detach().catch(() => {})));
    },
  };
}

async function watch(target: Target, messages: string[]): Promise<CDPSession> {
  const session = await target.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    messages.push(`${text} ${exception?.description ?? ''}`);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error' || type === 'assert') {
      messages.push(args.map(({ value, description }) => String(value ?? description)).join(' '));
    }
  });
  session.on('Log.entryAdded', ({ entry: { level, text } }) => {
    if (level === 'error') messages.push(text);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  return session;
}
