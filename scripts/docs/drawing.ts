/** The words of the drawing in one language. Each list is one box or one arrow, line by line. */
interface DrawingWords {
  readonly title: string;
  readonly page: readonly string[];
  readonly network: readonly string[];
  readonly server: readonly string[];
  readonly worker: readonly string[];
  readonly store: readonly string[];
  readonly panel: readonly string[];
  readonly seen: readonly string[];
  readonly override: readonly string[];
}

const ENGLISH: DrawingWords = {
  title: 'How Preflight Inspector works',
  page: ['your page'],
  network: ["Chrome's network"],
  server: ['the server'],
  worker: ['background worker', 'joins preflights', 'to their calls'],
  store: ['storage.session', 'only observations', 'in memory'],
  panel: ['panel, popup', 'diagnosis, root cause,', 'change for the server'],
  seen: ['webRequest: hosts that are granted', 'devtools.network: every host,', 'while DevTools is open'],
  override: ['override on: session rules set headers;', 'the debugger answers preflights,', 'once you agree'],
};

const CHINESE: DrawingWords = {
  title: 'Preflight Inspector 的工作原理',
  page: ['您的页面'],
  network: ['Chrome 的网络层'],
  server: ['服务器'],
  worker: ['后台 worker', '把预检请求与', '其请求对应起来'],
  store: ['storage.session', '只存观察到的内容', '只在内存中'],
  panel: ['面板、弹出窗口', '诊断、根本原因、', '服务器的改法'],
  seen: ['webRequest：已授权的主机', 'devtools.network：所有主机，', 'DevTools 打开时'],
  override: ['临时放行：会话规则设置标头；', '经您同意后，', '由调试程序响应预检请求'],
};

interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly box: string;
  readonly border: string;
  readonly accent: string;
}

const LIGHT: Colours = {
  text: '#1f2328',
  quiet: '#59636e',
  box: '#f6f8fa',
  border: '#818b98',
  accent: '#0969da',
};
const DARK: Colours = {
  text: '#f0f6fc',
  quiet: '#9198a1',
  box: '#151b23',
  border: '#656c76',
  accent: '#4493f8',
};

/** The drawings of the READMEs, by their paths: each language for light and for dark pages. */
export function drawings(): Readonly<Record<string, string>> {
  return {
    'docs/how-it-works.svg': drawing(ENGLISH, LIGHT),
    'docs/how-it-works-dark.svg': drawing(ENGLISH, DARK),
    'docs/zh-CN/how-it-works.svg': drawing(CHINESE, LIGHT),
    'docs/zh-CN/how-it-works-dark.svg': drawing(CHINESE, DARK),
  };
}

function drawing(words: DrawingWords, colours: Colours): string {
  const { accent, border, quiet } = colours;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 300" width="800" height="300" role="img" aria-label="${words.title}" font-family="system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif" font-size="14" text-anchor="middle">
<title>${words.title}</title>
<defs>
${arrowHead('head', border)}
${arrowHead('accent-head', accent)}
</defs>
${box(20, 16, 190, 44, words.page, colours)}
${box(305, 16, 190, 44, words.network, colours)}
${box(590, 16, 190, 44, words.server, colours)}
${box(20, 208, 210, 76, words.worker, colours)}
${box(295, 208, 210, 76, words.store, colours)}
${box(570, 208, 210, 76, words.panel, colours)}
<g fill="none" stroke="${border}" stroke-width="1.5">
${arrow('M212 38H300')}
${arrow('M497 38H585')}
${arrow('M340 62V130Q340 140 330 140H110Q100 140 100 150V203')}
${arrow('M232 246H290')}
${arrow('M507 246H565')}
</g>
<path d="M690 206V150Q690 140 680 140H470Q460 140 460 130V66" fill="none" stroke="${accent}" stroke-width="1.5" stroke-dasharray="5 4" marker-end="url(#accent-head)"/>
<g font-size="12" text-anchor="start" fill="${quiet}">
${lines(112, 158, words.seen)}
</g>
<g font-size="12" text-anchor="end" fill="${quiet}">
${lines(680, 158, words.override)}
</g>
</svg>
`;
}

/** A box with its lines in the middle. The first one is the box's name. */
function box(
  x: number,
  y: number,
  width: number,
  height: number,
  [name = '', ...more]: readonly string[],
  { border, box: fill, quiet, text }: Colours,
): string {
  const middle = x + width / 2;
  const first = more.length === 0 ? y + height / 2 + 5 : y + 24;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="${border}"/>
<text x="${middle}" y="${first}" fill="${text}" font-weight="600">${name}</text>${
    more.length === 0 ? '' : `\n<g font-size="12" fill="${quiet}">\n${lines(middle, first + 20, more)}\n</g>`
  }`;
}

function lines(x: number, y: number, texts: readonly string[]): string {
  return texts.map((text, index) => `<text x="${x}" y="${y + index * 17}">${text}</text>`).join('\n');
}

function arrow(path: string): string {
  return `<path d="${path}" marker-end="url(#head)"/>`;
}

function arrowHead(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="${colour}"/></marker>`;
}
