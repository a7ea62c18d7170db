// Runs in every document, worker and service worker of a walk, and does there what the test asks for. Documents pass
// jobs on to their frames and hand the answers back, so that the test talks to a tab's top document alone.
(() => {
  /** How long a call, or all that a frame is asked for, may take, in ms. */
  const PATIENCE = 20_000;
  const FRAME_PATIENCE = 3_000;

  /** The first `BY` is of the URL itself, the second of a URL in its query. */
  function namingSender(url, by) {
    const name = encodeURIComponent(by);
    return url.replace('BY', name).replace('BY', encodeURIComponent(name));
  }

  async function outcomeOf({ url, method, credentials, mode, headers }, by) {
    const accept = { accept: `*/*;by=${by}` };
    try {
      const response = await fetch(namingSender(url, by), {
        method,
        credentials,
        mode,
        cache: 'no-store',
        headers: url.includes('BY') ? headers : { ...headers, ...accept },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (response.type === 'opaque') return 'opaque';
      return `read ${response.status} ${await response.text()}`;
    } catch (error) {
      return error?.name === 'TimeoutError' ? 'no answer' : 'unreadable';
    }
  }

  if (typeof document === 'undefined') {
    addEventListener('message', async ({ data, ports: [port] }) => {
      if (data?.walk === 'call') port.postMessage(await outcomeOf(data.call, data.by));
    });
    return;
  }

  const source = document.currentScript?.text || self.walkSource || '';
  const given = JSON.parse(
    document.getElementById('given')?.text ?? new URLSearchParams(location.search).get('given') ?? '{}',
  );
  const name = window.name || given.name || '';
  const isFresh = performance.getEntriesByType('navigation')[0]?.type === 'navigate';
  /** Calls that are made at once, before anybody has seen the document. */
  const firstCalls = (isFresh ? (given.first ?? []) : []).map((call) => {
    const by = `first-${name}`;
    return outcomeOf(call, by).then((outcome) => ({ id: call.id, by, outcome }));
  });
  /** The frames that have an agent, too, and their names. */
  const frames = new Map();
  /** Who waits for a frame of a name. */
  const awaited = new Map();
  let jobs = 0;
  const answers = new Map();
  let worker = null;

  addEventListener('message', async ({ data, source: sender }) => {
    switch (data?.walk) {
      case 'hello':
        frames.set(sender, data.name);
        awaited.get(data.name)?.();
        return;
      case 'do':
        sender.postMessage({ walk: 'done', id: data.id, told: await perform(data.job, data.path) }, '*');
        return;
      case 'done':
        answers.get(data.id)?.(data.told);
        return;
      case 'go':
        location.href = data.url;
        return;
    }
  });
  if (parent !== window) parent.postMessage({ walk: 'hello', name }, '*');

  function after(milliseconds, value) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
  }

  function untilHello(frameName) {
    return Promise.race([new Promise((resolve) => awaited.set(frameName, resolve)), after(FRAME_PATIENCE)]);
  }

  /** Whether a job for the document `at`, or for all, is to be passed on to `path`. */
  function isOnTheWay(path, at) {
    return at === undefined || at === path || at.startsWith(`${path}/`);
  }

  /** @returns what this document, and all below it, have to tell of a job */
  async function perform(job, parentPath) {
    const path = parentPath === '' ? job.root : `${parentPath}/${name}`;
    const below = [...Array(window.length).keys()]
      .map((index) => window[index])
      .filter((frame) => frames.has(frame) && isOnTheWay(`${path}/${frames.get(frame)}`, job.at))
      .map((frame) => {
        const id = ++jobs;
        const told = new Promise((resolve) => answers.set(id, resolve));
        frame.postMessage({ walk: 'do', id, job, path }, '*');
        return Promise.race([told, after(PATIENCE + 2_000, [])]);
      });
    const own = job.at === undefined || job.at === path ? await doHere(job, path) : null;
    const ofFrames = (await Promise.all(below)).flat();
    return own === null ? ofFrames : [own, ...ofFrames];
  }

  async function doHere(job, path) {
    switch (job.type) {
      case 'call': {
        const made = job.calls.map(async (call) => {
          const by = `${path}${call.from === 'document' ? '' : `-${call.from}`}`;
          const outcome = await callFrom(call.from, call, by);
          return outcome === null ? [] : [{ id: call.id, by, outcome }];
        });
        const calls = (await Promise.all([...made, ...firstCalls])).flat();
        return { path, origin: self.origin, href: location.href, calls };
      }
      case 'add frame':
        return { path, added: await addFrame(job) };
      case 'add dead frames':
        for (let port = job.from; port < job.from + job.count; port++) {
          const frame = document.createElement('iframe');
          frame.src = `http://127.0.0.1:${port}/`;
          document.body.append(frame);
        }
        return { path };
      case 'remove frame':
        elementOf(job.name)?.remove();
        return { path };
      case 'move frame': {
        const element = elementOf(job.name);
        if (element === null) return { path };
        const loaded = untilHello(job.name);
        document.body.prepend(element);
        await loaded;
        return { path };
      }
      case 'send frame': {
        const frame = window[job.name];
        if (!frames.delete(frame)) return { path };
        const loaded = untilHello(job.name);
        frame.postMessage({ walk: 'go', url: job.url }, '*');
        await loaded;
        return { path };
      }
    }
  }

  /** @returns null where there is nobody to call from */
  async function callFrom(from, call, by) {
    if (from === 'document') return outcomeOf(call, by);
    const port = from === 'worker' ? workerOf() : serviceWorkerOf();
    if (!port) return null;
    const { port1, port2 } = new MessageChannel();
    const told = new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
    });
    port.postMessage({ walk: 'call', call, by }, [port2]);
    return Promise.race([told, after(PATIENCE + 1_000, 'no answer')]);
  }

  function workerOf() {
    if (source === '') return null;
    worker ??= new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    return worker;
  }

  function serviceWorkerOf() {
    try {
      return navigator.serviceWorker?.controller;
    } catch {
      // Sandboxed documents may not even ask.
      return null;
    }
  }

  function elementOf(frameName) {
    return document.querySelector(`[name="${frameName}"]`);
  }

  async function addFrame({ name: frameName, kind, url, given: ofFrame }) {
    const json = JSON.stringify(ofFrame).replaceAll('<', '\\u003c');
    const html = `<!doctype html><body><script type="application/json" id="given">${json}</${'script'}><script>${source}</${'script'}>`;
    const element = document.createElement(kind === 'object' || kind === 'embed' ? kind : 'iframe');
    element.setAttribute('name', frameName);
    switch (kind) {
      case 'plain':
        element.src = url;
        break;
      case 'sandboxed':
        element.setAttribute('sandbox', 'allow-scripts');
        element.src = url;
        break;
      case 'object':
        element.type = 'text/html';
        element.data = url;
        break;
      case 'embed':
        element.type = 'text/html';
        element.src = url;
        break;
      case 'srcdoc':
        element.srcdoc = html;
        break;
      case 'sandboxed srcdoc':
        element.setAttribute('sandbox', 'allow-scripts');
        element.srcdoc = html;
        break;
      case 'data':
        element.src = `data:text/html,${encodeURIComponent(html)}`;
        break;
      case 'blob':
        element.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
        break;
    }
    const loaded = untilHello(frameName);
    document.body.append(element);
    await loaded;
    return frames.has(window[frameName]);
  }

  Object.assign(self, {
    /** What the test asks the top document for. */
    walk: (job) => perform(job, ''),
    walkName: name,
    walkDocument: `${Math.random()}`,
    /** Replaces this document by one that is a blob of its own. */
    walkToBlob: (ofPage) => {
      const json = JSON.stringify(ofPage).replaceAll('<', '\\u003c');
      const html = `<!doctype html><title>A blob</title><body><script type="application/json" id="given">${json}</${'script'}><script>${source}</${'script'}>`;
      location.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    },
  });
})();
