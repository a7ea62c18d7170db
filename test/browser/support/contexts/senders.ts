/**
 * Ways to send a request. They run in the page: each gets the URL, and resolves with whether the page was content.
 * Without named functions, which the test's compiler would wrap in a helper that the page does not have.
 */
export type Sender = (url: string) => Promise<boolean>;

const fetchSimply: Sender = (url) =>
  fetch(url).then(
    (response) => response.text().then(() => true),
    () => false,
  );

const fetchWithoutCors: Sender = (url) =>
  fetch(url, { mode: 'no-cors' }).then(
    () => true,
    () => false,
  );

const fetchOwnOnly: Sender = (url) =>
  fetch(url, { mode: 'same-origin' }).then(
    () => true,
    () => false,
  );

const postWithoutCors: Sender = (url) =>
  fetch(url, { mode: 'no-cors', method: 'POST', body: 'x' }).then(
    () => true,
    () => false,
  );

const fetchWithPreflight: Sender = (url) =>
  fetch(url, { method: 'PUT', headers: { 'x-custom': '1' } }).then(
    (response) => response.text().then(() => true),
    () => false,
  );

const fetchWithCredentials: Sender = (url) =>
  fetch(url, { credentials: 'include', headers: { 'x-custom': '1' } }).then(
    (response) => response.text().then(() => true),
    () => false,
  );

const fetchKeepalive: Sender = (url) =>
  fetch(url, { keepalive: true, method: 'POST', headers: { 'x-custom': '1' }, body: 'x' }).then(
    (response) => response.text().then(() => true),
    () => false,
  );

/** Gives up once the answer has begun, or when none comes. */
const fetchThenAbort: Sender = (url) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 500);
  return fetch(url, { method: 'PUT', headers: { 'x-custom': '1' }, signal: controller.signal }).then(
    (response) => {
      setTimeout(() => controller.abort(), 50);
      return response.text().then(
        () => true,
        () => false,
      );
    },
    () => false,
  );
};

const xhrSimply: Sender = (url) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.onload = () => resolve(true);
    request.onerror = () => resolve(false);
    request.send();
  });

const xhrWithPreflight: Sender = (url) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('DELETE', url);
    request.setRequestHeader('x-custom', '1');
    request.onload = () => resolve(true);
    request.onerror = () => resolve(false);
    request.send();
  });

const eventSource: Sender = (url) =>
  new Promise((resolve) => {
    const source = new EventSource(url);
    let heard = false;
    source.onmessage = () => {
      heard = true;
    };
    // It would ask again and again.
    source.onerror = () => {
      source.close();
      resolve(heard);
    };
  });

const image: Sender = (url) =>
  new Promise((resolve) => {
    const element = new Image();
    element.crossOrigin = 'anonymous';
    element.onload = () => resolve(true);
    element.onerror = () => resolve(false);
    element.src = url;
  });

const font: Sender = (url) =>
  new FontFace('probe', `url("${url}")`).load().then(
    () => true,
    () => false,
  );

const fontRule: Sender = (url) => {
  const style = document.createElement('style');
  style.append(`@font-face { font-family: "${url}"; src: url("${url}"); } body { font-family: "${url}"; }`);
  document.head.append(style);
  document.body.append('text');
  return document.fonts.load(`16px "${url}"`).then(
    (faces) => faces.length > 0,
    () => false,
  );
};

const moduleScript: Sender = (url) =>
  new Promise((resolve) => {
    const element = document.createElement('script');
    element.type = 'module';
    element.onload = () => resolve(true);
    element.onerror = () => resolve(false);
    element.src = url;
    document.head.append(element);
  });

const stylesheet: Sender = (url) =>
  new Promise((resolve) => {
    const element = document.createElement('link');
    element.rel = 'stylesheet';
    element.crossOrigin = 'anonymous';
    element.onload = () => resolve(true);
    element.onerror = () => resolve(false);
    element.href = url;
    document.head.append(element);
  });

const video: Sender = (url) =>
  new Promise((resolve) => {
    const element = document.createElement('video');
    element.crossOrigin = 'anonymous';
    element.onloadedmetadata = () => resolve(true);
    element.onerror = () => resolve(false);
    element.src = url;
    document.body.append(element);
  });

const beacon: Sender = (url) =>
  Promise.resolve(navigator.sendBeacon(url, new Blob(['{}'], { type: 'application/json' })));

export const senders = {
  fetchSimply,
  fetchWithoutCors,
  fetchOwnOnly,
  postWithoutCors,
  fetchWithPreflight,
  fetchWithCredentials,
  fetchKeepalive,
  fetchThenAbort,
  xhrSimply,
  xhrWithPreflight,
  eventSource,
  image,
  font,
  fontRule,
  moduleScript,
  stylesheet,
  video,
  beacon,
};
