import type { StackId } from '../../stacks/index.ts';

/** An app that keeps out foreign pages by itself, and the setting that lets one in. */
export interface GuardSetting {
  readonly app: string;
  readonly setting: string;
}

interface GuardedApp {
  readonly app: string;
  /** What its answers show; others are built on the same. */
  readonly stacks: readonly StackId[];
  /** Where it listens unless it is told otherwise. */
  readonly port: string;
  readonly settingFor: (origin: string) => string;
}

const APPS: readonly GuardedApp[] = [
  {
    // https://docs.ollama.com/faq#how-can-i-allow-additional-web-origins-to-access-ollama
    app: 'Ollama',
    stacks: ['ollama'],
    port: '11434',
    settingFor: (origin) => `OLLAMA_ORIGINS=${origin}`,
  },
  {
    // https://github.com/comfyanonymous/ComfyUI/blob/master/server.py (create_origin_only_middleware)
    app: 'ComfyUI',
    stacks: ['aiohttp'],
    port: '8188',
    settingFor: (origin) => `--enable-cors-header ${origin}`,
  },
  {
    // https://jupyter-server.readthedocs.io/en/latest/other/full-config.html
    app: 'Jupyter',
    stacks: [],
    port: '8888',
    settingFor: (origin) => `--ServerApp.allow_origin=${origin}`,
  },
];

/** Returns the setting by which an app lets `origin` in: the app that the stack points to, else the port. Null if neither does. */
export function guardSetting(url: string, stack: StackId | null, origin: string): GuardSetting | null {
  const port = URL.parse(url)?.port ?? '';
  const byStack = APPS.find(({ stacks }) => stack !== null && stacks.includes(stack));
  const found = byStack ?? APPS.find((one) => one.port === port);
  return found === undefined ? null : { app: found.app, setting: found.settingFor(origin) };
}
