import { describe, expect, test } from 'vitest';
import type { HeldBackBy } from '../../src/override/held-back-by.ts';
import { heldBackBy, opaqueHeldBackBy } from '../../src/override/hold-back.ts';
import {
  type CommittedDocument,
  NOTHING_OBSERVED,
  type ObservedDocuments,
  occupantsOf,
  pruned,
  type TabDocument,
  withFrame,
  withPage,
  withPrerendered,
} from '../../src/override/tab-documents.ts';

const A = 'http://localhost:5174';
const B = 'http://localhost:9999';
const PAGE = { pageOrigin: A };

function frame(frameId: number, url: string, parentFrameId = 0): TabDocument {
  return { frameId, parentFrameId: frameId === 0 ? -1 : parentFrameId, documentId: `${frameId} ${url}`, url };
}

function commit(document: TabDocument, rest: Partial<CommittedDocument> = {}): CommittedDocument {
  const parentDocumentId = document.parentFrameId === 0 ? `0 ${A}/` : null;
  return { ...document, parentDocumentId, isHistory: false, at: 0, ...rest };
}

const page = frame(0, `${A}/`);
const opened = withPage(NOTHING_OBSERVED, commit(page));

/** The documents of a page of A in which these have come into frames. */
function having(...documents: readonly TabDocument[]): ObservedDocuments {
  return documents.reduce((before, one) => withFrame(before, commit(one), A), opened);
}

function inShort(by: HeldBackBy | null): string | null {
  return by?.type === 'origin' ? by.origin : (by?.type ?? null);
}

function holders(
  documents: readonly TabDocument[] | null,
  observed: ObservedDocuments = opened,
  destinations: readonly string[] = [],
) {
  const occupants = occupantsOf({ documents, observed, destinations });
  return [heldBackBy(PAGE, occupants), opaqueHeldBackBy(PAGE, occupants)].map(inShort);
}

test('the page alone holds nothing back', () => expect(holders([page])).toEqual([null, null]));

test.each([
  ['another port', `${B}/`, B],
  ['the host with a dot at its end', 'http://localhost.:9999/', 'http://localhost.:9999'],
  ['its own port with a dot at the end of the host', 'http://localhost.:5174/', 'http://localhost.:5174'],
  ['a name under the host', 'http://x.localhost:5174/', 'http://x.localhost:5174'],
  ['a name under it with a dot', 'http://x.localhost.:1/', 'http://x.localhost.:1'],
  ['another scheme', 'https://localhost:5174/', 'https://localhost:5174'],
  ['a user name', 'http://me@localhost:9999/', B],
])('a document of %s holds the override back, as page, frame, or on its way', (_who, url, origin) => {
  expect(holders([frame(0, url)])).toEqual([origin, origin]);
  expect(holders([page, frame(4, url)])).toEqual([origin, origin]);
  expect(holders([page], opened, [url])).toEqual([origin, origin]);
  expect(holders([page, frame(5, url, -1)])).toEqual([origin, origin]);
});

test.each([
  'http://evil.test/',
  'http://127.0.0.1:5174/',
  'chrome-extension://abcdef/frame.html',
  'file:///home/a.html',
  'chrome://settings/',
])('a document at %s holds back only what is for opaque origins', (url) => {
  const [held, opaque] = holders([page, frame(4, url)]);
  expect(held).toBeNull();
  expect(url.startsWith(`${opaque}`)).toBe(true);
});

test('a page that is shown while it goes to the own one still counts', () => {
  const evil = frame(0, 'http://evil.test/');
  expect(holders([evil], withPage(opened, commit(evil)), [`${A}/`])).toEqual([null, 'http://evil.test']);
});

describe('documents whose URL says nothing', () => {
  test.each(['about:blank', 'about:srcdoc', 'about:blank#x', 'data:text/html,x'])(
    '%s belongs to the frame that it is in',
    (url) => {
      expect(holders([page, frame(4, url)])).toEqual([null, null]);
      expect(holders([page, frame(4, `${B}/`), frame(5, url, 4)])).toEqual([B, B]);
      expect(holders([frame(0, url)])).toEqual(['unseen', 'unseen']);
    },
  );

  test('about:blank belongs to who was in its frame before', () => {
    const observed = having(frame(4, `${B}/`), frame(4, 'about:blank'));
    expect(holders([page, frame(4, 'about:blank')], observed)).toEqual([B, B]);
    expect(holders([page], observed)).toEqual([null, null]);
    const own = withFrame(observed, commit(frame(4, `${A}/own`)), A);
    expect(
      holders([page, frame(4, 'about:blank')], withFrame(own, commit(frame(4, 'about:blank')), A)),
    ).toEqual([null, null]);
  });

  test('a blob, which no list shows, is there as long as the document that its frame is in', () => {
    const blob = frame(4, `blob:${B}/1`);
    const observed = having(frame(4, `${B}/`), blob);
    expect(holders([page], observed)).toEqual([B, B]);
    expect(holders([frame(0, `${A}/next`)], withPage(observed, commit(frame(0, `${A}/next`))))).toEqual([
      null,
      null,
    ]);
    expect(holders([page], withFrame(observed, commit(frame(4, `${A}/own`)), A))).toEqual([null, null]);
    expect(holders([page], having(frame(4, `blob:${A}/1`)))).toEqual([null, null]);
  });

  test('a blob as the page, which no list shows, holds everything back', () => {
    expect(holders([])).toEqual(['unseen', 'unseen']);
    expect(holders(null)).toEqual(['unseen', 'unseen']);
  });
});

describe('what was not seen to come', () => {
  test('a page that was there before is not trusted', () => {
    expect(holders([page], NOTHING_OBSERVED)).toEqual(['unseen', 'unseen']);
  });

  test('a page that comes back with its frames is known', () => {
    const back = commit(page, { isHistory: true });
    const elsewhere = withPage(
      having(frame(4, `${B}/`), frame(4, 'about:blank')),
      commit(frame(0, `${A}/next`)),
    );
    const restored = withPage(elsewhere, back);
    // Chromium lists no frames of such a page.
    expect(holders([page], restored)).toEqual([B, B]);
    expect(holders([page], pruned(restored, [page]))).toEqual([B, B]);
    const loaded = withPage(restored, commit({ ...page, documentId: 'loaded anew' }));
    expect(holders([{ ...page, documentId: 'loaded anew' }], loaded)).toEqual([null, null]);
  });

  test('a page that comes back after its frames had to be forgotten is not trusted, one that is new is', () => {
    const elsewhere = withPage(having(frame(4, `${B}/`)), commit(frame(0, `${A}/next`)));
    const forgetful = pruned(elsewhere, [frame(0, `${A}/next`)]);
    expect(holders([page], withPage(forgetful, commit(page, { isHistory: true })))).toEqual([
      'unseen',
      'unseen',
    ]);
    expect(holders([page], withPage(forgetful, commit(page)))).toEqual([null, null]);
  });

  test('a prerendered page was seen to come when it is shown', () => {
    const prerendered = withPrerendered({ ...opened, hasForgotten: true }, 'prerendered');
    const shown = commit({ ...page, documentId: 'prerendered' }, { isHistory: true });
    expect(withPage(prerendered, shown).documentId).toBe('prerendered');
  });
});

test('what a document makes known has a bound, above which nothing is trusted until the page is loaded anew', () => {
  const many = having(
    ...Array.from({ length: 101 }, (_, index) => frame(4 + index, `http://127.0.0.1:${20_001 + index}/`)),
  );
  expect(many.foreign).toHaveLength(100);
  expect(holders([page], many)).toEqual(['unseen', 'unseen']);
  expect(holders([page], withPage(many, commit(page)))).toEqual([null, null]);
  const long = having(frame(4, `http://${'a.'.repeat(5_000)}localhost:1/`), frame(4, 'about:blank'));
  expect(JSON.stringify(long).length).toBeLessThan(1_000);
  expect(holders([page, frame(4, 'about:blank')], long)).toEqual(['unseen', 'unseen']);
});
