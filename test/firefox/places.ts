/** Runs what it is sent as text, and answers on the port that comes with it. */
export const RUNNER = `addEventListener('message', async ({ data, ports: [port] }) => {
  const __name = (named) => named;
  if (port) port.postMessage(await eval('(' + data.source + ')')(...data.args));
});`;

/**
 * Runs in a page: opens a frame of its origin, a worker, a sandboxed frame and a service worker.
 * @param serviceWorker its path; the script is `RUNNER`
 */
export async function openPlaces(serviceWorker: string): Promise<void> {
  const runner = await (await fetch(serviceWorker)).text();
  const open = (name: string, sandbox: string | null) =>
    new Promise<Window | null>((resolve) => {
      const frame = document.createElement('iframe');
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      frame.name = name;
      frame.srcdoc = `<script>${runner}</script>`;
      frame.onload = () => resolve(frame.contentWindow);
      document.body.append(frame);
    });
  const frame = await open('frame', null);
  const sandbox = await open('sandbox', 'allow-scripts');
  const worker = new Worker(URL.createObjectURL(new Blob([runner])));
  await navigator.serviceWorker.register(serviceWorker);
  const service = (await navigator.serviceWorker.ready).active;
  Object.assign(window, { places: { frame, sandbox, worker, service } });
}

declare global {
  interface Window {
    places?: Readonly<Record<string, { postMessage(data: unknown, ...rest: unknown[]): void } | null>>;
  }
}

/** Runs in a page: runs a function in one of its places. @param source its text */
export async function sendIn(
  place: string,
  source: string,
  ...args: readonly unknown[]
): Promise<(boolean | null)[]> {
  if (place === 'page') {
    const make = new Function('__name', `return (${source})`);
    return await make((named: unknown) => named)(...args);
  }
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<(boolean | null)[]>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  const isFrame = place === 'frame' || place === 'sandbox';
  if (isFrame) window.places?.[place]?.postMessage({ source, args }, '*', [port2]);
  else window.places?.[place]?.postMessage({ source, args }, [port2]);
  return await answered;
}
