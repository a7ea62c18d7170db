import type { Call } from './exhibit.ts';

/** All that a page gets to know of its call. */
export interface CallEnd {
  readonly passed: boolean;
  readonly text: string;
}

/** Makes a call of the gallery, from the page or from a frame of it. */
export function makeCall(call: Call, url: string): Promise<CallEnd> {
  if (call.from !== undefined) return fromSandboxedFrame(url);
  if (call.by === 'image') return byImage(url);
  return call.by === 'websocket' ? byWebSocket(url) : fromPage(call, url);
}

async function fromPage(
  { method, headers = {}, credentials, reads, by }: Call,
  url: string,
): Promise<CallEnd> {
  const init: RequestInit = {
    method,
    headers,
    ...(credentials === undefined ? {} : { credentials }),
    ...(by === 'no-cors' ? { mode: by } : {}),
  };
  try {
    const response = await fetch(url, { ...init, cache: 'no-store' });
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
