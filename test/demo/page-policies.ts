import type { FileHeaders } from '../servers/static-page.ts';

/** The gallery's own Content Security Policy: it may call 127.0.0.1, and not localhost. */
export const GALLERY_POLICY = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:*">`;

/** The path of a page with an embedder policy, which shows in a frame what its URL's fragment names. */
export const ISOLATED_PAGE = '/isolated.html';

export const ISOLATED_HTML = `<!doctype html><title>An isolated page</title><body><script>
const frame = document.createElement('iframe');
frame.src = location.hash.slice(1);
document.body.append(frame);
</script>`;

export const ISOLATED_HEADERS: FileHeaders = {
  [ISOLATED_PAGE]: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
};
