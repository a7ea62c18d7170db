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
    new Promise<void>((resolve) => {
      const frame = document.createElement('iframe');
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      frame.name = name;
      frame.srcdoc = `<script>${runner}</script>`;
      frame.onload = () => resolve();
      document.body.append(frame);
    });
  await open('frame', null);
  await open('sandbox', 'allow-scripts');
  const worker = new Worker(URL.createObjectURL(new Blob([runner])));
  await navigator.serviceWorker.register(serviceWorker);
  const service = (await navigator.serviceWorker.ready).active;
  window.places = { worker, service };
}

declare global {
  interface Window {
    places?: Readonly<Record<'worker' | 'service', Worker | ServiceWorker | null>>;
  }
}

/**
 * Runs in a page: runs a function in the page itself, in one of its places, or in a frame whose document runs `RUNNER`.
 * @param place one of what `openPlaces` opens, or a frame's name
 * @param source the function's text
 */
export async function runIn<Result>(
  place: string,
  source: string,
  ...args: readonly unknown[]
): Promise<Result> {
  if (place === 'page') {
    const make = new Function('__name', `return (${source})`);
    return await make((named: unknown) => named)(...args);
  }
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<Result>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  if (place === 'worker' || place === 'service') {
    window.places?.[place]?.postMessage({ source, args }, [port2]);
  } else {
    const frame = document.querySelector<HTMLIFrameElement>(`iframe[name="${place}"]`);
    frame?.contentWindow?.postMessage({ source, args }, '*', [port2]);
  }
  return await answered;
}
