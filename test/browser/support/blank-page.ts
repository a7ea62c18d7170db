import { type StaticPage, startStaticPage } from '../../servers/static-page.ts';

/** Serves an empty page on `localhost`, from which a test makes calls, and an empty script for a service worker. */
export function startBlankPage(): Promise<StaticPage> {
  return startStaticPage(
    new Map([
      ['/index.html', '<!doctype html><title>A page</title><link rel="icon" href="data:,">'],
      ['/data.json', '{}'],
      ['/service.js', ''],
    ]),
  );
}
