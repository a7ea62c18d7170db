import type { Call } from './exhibit.ts';
import { ISOLATED_PAGE } from './page-policies.ts';

/** All that a page gets to know of its call. */
export interface CallEnd {
  readonly passed: boolean;
  readonly text: string;
}

/** Makes a call of the gallery, from the page or from a frame of it. */
export function makeCall(call: Call, url: string): Promise<CallEnd> {
  if (call.from !== undefined) return fromSandboxedFrame(url);
  switch (call.by ?? 'cors') {
    case 'image':
      return byImage(url);
    case 'websocket':
      return byWebSocket(url);
    case 'xhr':
      return byXhr(call.method, url);
    case 'script with integrity':
      return byCheckedScript(url);
    case 'frame of an isolated page':
      return byIsolatedPage(url);
    case 'cors':
    case 'no-cors':
      return fromPage(call, url);
  }
}

async function fromPage(
  { method, headers = {}, credentials, reads, by, mayBeCached }: Call,
  url: string,
): Promise<CallEnd> {
  const init: RequestInit = {
    method,
    headers,
    ...(credentials === undefined ? {} : { credentials }),
    ...(by === 'no-cors' ? { mode: by } : {}),
  };
  try {
    const response = await fetch(url, { ...init, cache: mayBeCached === true ? 'default' : 'no-store' });
    const read = reads === undefined ? '' : `, ${reads}: ${response.headers.get(reads)}`;
    return { passed: true, text: `Answer ${response.status}${read}` };
  } catch (error) {
    return { passed: false, text: error instanceof Error ? error.message : String(error) };
  }
}

function byImage(url: string): Promise<CallEnd> {
  const image = new Image();
  return new Promise((resolve) => {
    image.addEventListener('load', () => resolve({ passed: true, text: 'The image is there' }));
    image.addEventListener('error', () => resolve({ passed: false, text: 'The image failed' }));
    image.src = url;
  });
}

function byWebSocket(url: string): Promise<CallEnd> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'));
  return new Promise((resolve) => {
    socket.addEventListener('close', ({ code }) => resolve({ passed: false, text: `Closed, code ${code}` }));
  });
}

function byXhr(method: string, url: string): Promise<CallEnd> {
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.addEventListener('load', () => resolve({ passed: true, text: `Answer ${request.status}` }));
    request.addEventListener('error', () => resolve({ passed: false, text: 'The request failed' }));
    request.open(method, url);
    request.send();
  });
}

/** The digest is of nothing that is ever sent: without `crossorigin` Chrome doesn't get as far as to compare it. */
function byCheckedScript(url: string): Promise<CallEnd> {
  const script = document.createElement('script');
  script.integrity = `sha256-${'A'.repeat(43)}=`;
  return new Promise((resolve) => {
    script.addEventListener('load', () => resolve({ passed: true, text: 'The script ran' }));
    script.addEventListener('error', () => resolve({ passed: false, text: 'The script failed' }));
    script.src = url;
    // It stays: the page's elements tell why it failed.
    document.body.append(script);
  });
}

/** How long a frame that is there may take to say so, in ms. */
const FRAME_SPEAKS_MS = 1_000;

/** A page with an embedder policy, itself in a frame, puts the URL into a frame of its own. */
function byIsolatedPage(url: string): Promise<CallEnd> {
  const page = document.createElement('iframe');
  page.hidden = true;
  page.src = `${ISOLATED_PAGE}#${url}`;
  return new Promise((resolve) => {
    const end = (passed: boolean, text: string) => {
      removeEventListener('message', hear);
      resolve({ passed, text });
    };
    const hear = ({ origin }: MessageEvent) => {
      if (origin === new URL(url).origin) end(true, 'The frame is there');
    };
    addEventListener('message', hear);
    setTimeout(() => end(false, 'No word of the frame'), FRAME_SPEAKS_MS);
    // It stays: of a frame that goes DevTools says that it was aborted.
    document.body.append(page);
  });
}

/** The frame makes a simple call as soon as it is there, says what came of it, and goes. */
function fromSandboxedFrame(url: string): Promise<CallEnd> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.hidden = true;
  frame.srcdoc = `<script>
    fetch(${JSON.stringify(url)}, { cache: 'no-store' }).then(
      ({ status }) => parent.postMessage({ passed: true, text: 'Answer ' + status }, '*'),
      ({ message }) => parent.postMessage({ passed: false, text: message }, '*'),
    );
  </script>`;
  return new Promise((resolve) => {
    const hear = ({ source, data }: MessageEvent<CallEnd>) => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', hear);
      frame.remove();
      resolve(data);
    };
    addEventListener('message', hear);
    document.body.append(frame);
  });
}
