import type { Call } from './exhibit.ts';

/** All that a page gets to know of its call. */
export interface CallEnd {
  readonly passed: boolean;
  readonly text: string;
}

/** Makes a call of the gallery, from the page or from a frame of it. */
export function makeCall(call: Call, url: string): Promise<CallEnd> {
  return call.from === undefined ? fromPage(call, url) : fromSandboxedFrame(url);
}

async function fromPage({ method, headers = {}, credentials, reads }: Call, url: string): Promise<CallEnd> {
  const init: RequestInit = { method, headers, ...(credentials === undefined ? {} : { credentials }) };
  try {
    const response = await fetch(url, { ...init, cache: 'no-store' });
    const read = reads === undefined ? '' : `, ${reads}: ${response.headers.get(reads)}`;
    return { passed: true, text: `Answer ${response.status}${read}` };
  } catch (error) {
    return { passed: false, text: error instanceof Error ? error.message : String(error) };
  }
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
