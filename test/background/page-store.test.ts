import { expect, test } from 'vitest';
import { PageStore } from '../../src/background/page-store.ts';
import { WriteBehind } from '../../src/background/write-behind.ts';
import type { CommittedDocument } from '../../src/override/tab-documents.ts';
import { MemoryArea } from './memory-area.ts';

const TAB = 7;
const PAGE = 'http://localhost:5174';
const GRANTED = 'https://app.example.test';

function start(): PageStore {
  return new PageStore(new WriteBehind(new MemoryArea()));
}

function page(url: string, rest: Partial<CommittedDocument> = {}): CommittedDocument {
  const at = rest.at ?? 1_000;
  return {
    frameId: 0,
    parentFrameId: -1,
    documentId: `${url} ${at}`,
    parentDocumentId: null,
    url,
    isHistory: false,
    at,
    ...rest,
  };
}

/** A page that comes from the network: it begins, is answered, and is there. */
function navigate(pages: PageStore, url: string, at: number): void {
  pages.begun(TAB, at);
  pages.answered(TAB, new URL(url).origin, at + 20);
  pages.committed(TAB, page(url, { at: at + 50 }));
}

test('a page begins with its answer, so that its first call belongs to it', () => {
  const pages = start();
  navigate(pages, `${PAGE}/`, 1_000);
  expect(pages.get(TAB)).toMatchObject({ origin: PAGE, since: 1_020 });
});

test('a download leaves the tab where it is', () => {
  const pages = start();
  navigate(pages, `${PAGE}/`, 1_000);
  const before = pages.get(TAB);
  pages.begun(TAB, 2_000);
  pages.answered(TAB, PAGE, 2_010);
  expect(pages.get(TAB)).toBe(before);
});

test('a page from a service worker, or from the back/forward cache, begins when the tab goes to it', () => {
  const pages = start();
  navigate(pages, `${PAGE}/`, 1_000);
  pages.begun(TAB, 2_000);
  pages.committed(TAB, page(`${PAGE}/cached`, { at: 2_030 }));
  expect(pages.get(TAB)).toMatchObject({ origin: PAGE, since: 2_000 });
});

test('of a host that is not granted only DevTools tells the origin, be it sooner or later', () => {
  const pages = start();
  navigate(pages, `${GRANTED}/`, 1_000);
  expect(pages.get(TAB)?.origin).toBe(GRANTED);
  pages.begun(TAB, 2_000);
  pages.committed(TAB, page('https://other.example.test/', { at: 2_030 }));
  expect(pages.get(TAB)).toMatchObject({ origin: 'null', since: 2_000 });
  pages.told(TAB, 'https://other.example.test', { since: 1_995, heardAt: 2_040 });
  expect(pages.get(TAB)).toMatchObject({ origin: 'https://other.example.test', since: 1_995 });
  pages.begun(TAB, 3_000);
  pages.told(TAB, 'https://third.example.test', { since: 2_990, heardAt: 3_050 });
  pages.committed(TAB, page('https://third.example.test/', { at: 3_040 }));
  expect(pages.get(TAB)).toMatchObject({ origin: 'https://third.example.test', since: 2_990 });
  pages.begun(TAB, 4_000);
  pages.committed(TAB, page('https://fourth.example.test/', { at: 4_030 }));
  expect(pages.get(TAB)).toMatchObject({ origin: 'null', since: 4_000 });
});

test('of an empty tab, and of the browser\u2019s own pages, nothing is remembered', () => {
  const pages = start();
  pages.committed(TAB, page('chrome://newtab/'));
  pages.committed(TAB, page('about:blank'));
  expect(pages.get(TAB)).toBeUndefined();
});

test('an origin that is longer than any is not kept', () => {
  const pages = start();
  const url = `http://${'a.'.repeat(5_000)}localhost:1/`;
  pages.begun(TAB, 1_000);
  pages.committed(TAB, page(url));
  expect(pages.get(TAB)?.origin).toBe('null');
});

test('frames of others are remembered on pages of this machine, and those from this machine on all', () => {
  const pages = start();
  const frame = (frameId: number, url: string) =>
    page(url, { frameId, parentFrameId: 0, parentDocumentId: 'page' });
  const origins = () => pages.observedIn(TAB).foreign.map(({ origin }) => origin);
  navigate(pages, `${PAGE}/`, 1_000);
  for (const [id, url] of [`${PAGE}/own`, 'https://ads.example.test/', 'http://localhost:1/'].entries()) {
    pages.committed(TAB, frame(4 + id, url));
  }
  expect(origins()).toEqual(['https://ads.example.test', 'http://localhost:1']);
  const elsewhere = start();
  elsewhere.begun(TAB, 1_000);
  elsewhere.committed(TAB, page('https://other.example.test/'));
  elsewhere.committed(TAB, frame(4, 'https://ads.example.test/'));
  elsewhere.committed(TAB, frame(5, 'http://localhost:1/'));
  expect(elsewhere.observedIn(TAB).foreign.map(({ origin }) => origin)).toEqual(['http://localhost:1']);
});
