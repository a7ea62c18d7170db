import type { FileHeaders } from '../servers/static-page.ts';

const POLICY = "connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:*";

/** In the gallery's elements, for a panel that is opened after the page: it may call 127.0.0.1, and not localhost. */
export const GALLERY_POLICY = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;

/** The path of a page with an embedder policy, which shows in a frame what its URL's fragment names. */
export const ISOLATED_PAGE = '/isolated.html';

export const ISOLATED_HTML = `<!doctype html><title>An isolated page</title><body><script>
const frame = document.createElement('iframe');
frame.src = location.hash.slice(1);
document.body.append(frame);
</script>`;

export const GALLERY_HEADERS: FileHeaders = {
  // For a HAR, which has no elements.
  '/index.html': { 'Content-Security-Policy': POLICY },
  [ISOLATED_PAGE]: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
};
