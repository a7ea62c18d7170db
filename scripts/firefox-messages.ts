import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Messages that speak of Chrome itself, whichever browser shows them. */
const OF_CHROME: ReadonlySet<string> = new Set([
  'adviceEmbeddedCredentialless',
  'costShortMaxAge',
  'costUnremembered',
  'fileStart',
  'warnAuthorization',
  'warnMaxAge',
]);

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** The messages of a language as Firefox shows them: the browser that a message speaks of is the one that it runs in. */
export function firefoxMessages(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, entry]) => {
      const message = OF_CHROME.has(key) ? entry.message : entry.message.replaceAll('Chrome', 'Firefox');
      return [key, { ...entry, message }];
    }),
  );
}

/** Writes Firefox's messages in place of Chrome's into what was built. @param folder of the build */
export function writeFirefoxMessages(folder: string): Plugin {
  return {
    name: 'firefox-messages',
    closeBundle() {
      const locales = join(folder, '_locales');
      for (const language of readdirSync(locales)) {
        const file = join(locales, language, 'messages.json');
        const messages: Messages = JSON.parse(readFileSync(file, 'utf8'));
        writeFileSync(file, `${JSON.stringify(firefoxMessages(messages), null, 2)}\n`);
      }
    },
  };
}
