import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { pseudoMessages } from '../../../support/pseudo-locale.ts';

const BUILT = fileURLToPath(new URL('../../../../dist/chrome', import.meta.url));

/** An unpacked extension that is gone when it is closed. */
export interface ExtensionFolder {
  readonly path: string;
  close(): Promise<void>;
}

/** Our extension under an id of its own, which goes by the folder. */
export function privateCopy(): ExtensionFolder {
  const folder = newFolder();
  cpSync(BUILT, folder.path, { recursive: true });
  return folder;
}

/** Our extension in the pseudo-language, whatever the browser's language is. */
export function pseudoLocalized(): ExtensionFolder {
  const folder = privateCopy();
  for (const language of readdirSync(join(folder.path, '_locales'))) {
    const path = join('_locales', language, 'messages.json');
    const messages = JSON.parse(readFileSync(join(folder.path, path), 'utf8'));
    writeJson(folder, path, pseudoMessages(messages));
  }
  return folder;
}

/** Our extension as it is after every host was granted. */
export function grantedEverything(): ExtensionFolder {
  const folder = privateCopy();
  const manifest = JSON.parse(readFileSync(join(folder.path, 'manifest.json'), 'utf8'));
  writeJson(folder, 'manifest.json', { ...manifest, host_permissions: ['*://*/*'] });
  return folder;
}

/** Our extension with the address of its project. */
export function withHomepage(address: string): ExtensionFolder {
  const folder = privateCopy();
  const manifest = JSON.parse(readFileSync(join(folder.path, 'manifest.json'), 'utf8'));
  writeJson(folder, 'manifest.json', { ...manifest, homepage_url: address });
  return folder;
}

/** Somebody else's extension: it blocks what has these words in its URL, and preflights of what has those. */
export function blocker(words: string, preflightWords: string): ExtensionFolder {
  return withRules('Blocker', [
    { id: 1, action: { type: 'block' }, condition: { urlFilter: words } },
    {
      id: 2,
      action: { type: 'block' },
      condition: { urlFilter: preflightWords, requestMethods: ['options'] },
    },
  ]);
}

/** Somebody else's extension: it takes a header from all answers. */
export function headerRemover(header: string): ExtensionFolder {
  const action = { type: 'modifyHeaders', responseHeaders: [{ header, operation: 'remove' }] };
  return withRules('Header remover', [
    { id: 1, action, condition: { resourceTypes: ['xmlhttprequest'] }, priority: 9 },
  ]);
}

/** Somebody else's extension with a page, `page.html`; it also lets pages on localhost send messages to extensions. */
export function stranger(): ExtensionFolder {
  const folder = newFolder();
  writeJson(folder, 'manifest.json', {
    manifest_version: 3,
    name: 'Stranger',
    version: '1',
    externally_connectable: { matches: ['*://localhost/*'] },
  });
  writeFileSync(join(folder.path, 'page.html'), '<!doctype html><title>Stranger</title>');
  return folder;
}

function withRules(name: string, rules: readonly unknown[]): ExtensionFolder {
  const folder = newFolder();
  writeJson(folder, 'manifest.json', {
    manifest_version: 3,
    name,
    version: '1',
    permissions: ['declarativeNetRequest'],
    host_permissions: ['<all_urls>'],
    declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
  });
  writeJson(folder, 'rules.json', rules);
  return folder;
}

function newFolder(): ExtensionFolder {
  const path = mkdtempSync(join(tmpdir(), 'preflight-inspector-'));
  return { path, close: async () => rmSync(path, { recursive: true, force: true }) };
}

function writeJson({ path }: ExtensionFolder, name: string, content: unknown): void {
  writeFileSync(join(path, name), JSON.stringify(content));
}
