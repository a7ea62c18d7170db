import { CONSENTS, type Consent } from '../../src/override/consent.ts';
import { Random } from './random.ts';
import {
  type Action,
  type Call,
  FRAME_KINDS,
  MANNERS,
  type PagePath,
  PLACES,
  type Place,
  type Step,
  TARGETS,
  type Tab,
  type Target,
  type Under,
  type Walk,
} from './walk.ts';

const ALL_PLACES = Object.keys(PLACES) as Place[];
/** Those that header rules may take for A. */
const LOOKALIKES: readonly Place[] = [
  'B',
  'C',
  'A with a dot',
  'B with a dot',
  'under A',
  'under B',
  'under B with a dot',
];
/** How many turns a walk takes. */
const TURNS = { least: 1, most: 3 };

/** A walk; for the same seed always the same. */
export function generateWalk(seed: number): Walk {
  return new Walker(seed).walk();
}

/** What a turn says of its steps; the rest is left to chance. */
interface Wanted {
  readonly calls?: readonly Partial<Call>[];
  readonly first?: readonly Partial<Call>[];
}

class Walker {
  readonly #seed: number;
  readonly #random: Random;
  /** What most calls go to, and the override is for. */
  readonly #target: Target;
  readonly #steps: Step[] = [];
  #on: (Action & { type: 'override' })[] = [];

  constructor(seed: number) {
    this.#seed = seed;
    this.#random = new Random(seed);
    this.#target = this.#random.weighted([
      [8, 'T1'],
      [2, 'T2'],
      [1, 'T by name'],
    ]);
  }

  walk(): Walk {
    const random = this.#random;
    // What an override learns, it learns from calls that fail.
    this.#add({ type: 'wait', milliseconds: 0 }, { calls: [{}, { header: null, method: 'GET' }] });
    if (random.chance(0.7)) this.#switchOn();
    const turns = random.integer(TURNS.least, TURNS.most);
    for (let turn = 0; turn < turns; turn++) random.weighted(this.#turns())();
    // Whatever has happened, each can be switched off.
    for (const override of [...this.#on]) this.#switchOff(override);
    return { seed: this.#seed, steps: this.#steps };
  }

  #turns(): readonly (readonly [weight: number, turn: () => void])[] {
    return [
      [8, () => this.#addFrame()],
      [8, () => this.#navigate()],
      [3, () => this.#changeFrame()],
      [4, () => this.#goBack()],
      [3, () => this.#switch()],
      [3, () => this.#nestedSandbox()],
      [4, () => this.#download()],
      [3, () => this.#crowdOut()],
      [5, () => this.#frameBeforeOverride()],
      [4, () => this.#lookalike()],
      [4, () => this.#blob()],
      [5, () => this.#pendingNavigation()],
      [4, () => this.#fullStore()],
      [4, () => this.#noDebuggerHere()],
      [5, () => this.#preflightOfAnother()],
      [2, () => this.#manyApps()],
      [3, () => this.#overrideElsewhere()],
      [4, () => this.#serviceWorker()],
      [4, () => this.#historyWithFrame()],
      [4, () => this.#workerAsleep()],
      [2, () => this.#reloadExtension()],
      [3, () => this.#frameThroughRedirect()],
      [4, () => this.#marked()],
      [1, () => this.#longNames()],
    ];
  }

  #add(action: Action, { calls, first = [] }: Wanted = {}): void {
    const random = this.#random;
    const wanted = calls ?? Array.from({ length: random.integer(1, 3) }, () => ({}));
    this.#steps.push({
      action,
      calls: wanted.map((call) => this.#call(call)),
      first: first.map((call) => this.#call({ ...call, from: 'document' })),
    });
  }

  #call(wanted: Partial<Call>): Call {
    const random = this.#random;
    const mode = random.chance(0.12) ? 'no-cors' : 'cors';
    const call: Call = {
      target: random.chance(0.8) ? this.#target : random.pick(TARGETS),
      manner: random.weighted(
        MANNERS.filter((manner) => manner !== 'long-names').map(
          (manner) => [manner === 'closed' || manner === 'own-only' ? 3 : 1, manner] as const,
        ),
      ),
      method: random.weighted([
        [4, 'GET'],
        [3, 'PUT'],
        [2, 'POST'],
        [1, 'DELETE'],
      ]),
      credentials: random.chance(0.4) ? 'include' : 'omit',
      mode,
      header: random.weighted([
        [6, null],
        [2, 'x-asked'],
        [2, `x-new-${random.integer(1, 9_999)}`],
      ]),
      through: random.weighted([
        [10, 'nothing'],
        [2, 'X'],
        [1, 'X, marked'],
        [1, 'X, always the same'],
        [0.5, 'its own server'],
      ]),
      from: random.weighted([
        [8, 'document'],
        [1, 'worker'],
        [1, 'service worker'],
      ]),
      ...wanted,
    };
    if (call.mode === 'cors') return call;
    // Nothing else is allowed without CORS.
    return { ...call, method: call.method === 'GET' ? 'GET' : 'POST', header: null };
  }

  /** Calls of the kinds that overrides are told apart by. */
  #probes(): Wanted {
    return {
      calls: [
        {
          manner: 'closed',
          method: 'GET',
          mode: 'cors',
          through: 'nothing',
          from: 'document',
          target: this.#target,
        },
        {
          manner: this.#random.pick(['own-only', 'open-to-others', 'closed']),
          mode: 'cors',
          from: 'document',
          target: this.#target,
        },
        {},
      ],
      first: [{ manner: this.#random.pick(['closed', 'own-only', 'open-to-others']), target: this.#target }],
    };
  }

  #switchOn(wanted: Partial<Action & { type: 'override' }> = {}): void {
    const random = this.#random;
    const override: Action & { type: 'override' } = {
      type: 'override',
      tab: 'the tab',
      page: 'A',
      target: random.chance(0.85) ? this.#target : random.pick(TARGETS),
      enabled: true,
      allow: this.#consents(),
      ...wanted,
    };
    this.#add(override, this.#probes());
    this.#on = [...this.#on.filter((one) => !isSame(one, override)), override];
  }

  #consents(): readonly Consent[] {
    const random = this.#random;
    const probabilities: Readonly<Record<Consent, number>> = {
      'origin-rewrite': 0.1,
      'answer-preflight': 0.25,
      'opaque-origin': 0.4,
      'service-worker': 0.15,
    };
    return CONSENTS.filter((consent) => random.chance(probabilities[consent]));
  }

  #switchOff(override: Action & { type: 'override' }): void {
    this.#add({ ...override, enabled: false, allow: [] }, this.#probes());
    this.#on = this.#on.filter((one) => !isSame(one, override));
  }

  #switch(): void {
    const override = this.#random.chance(0.4) ? this.#on[0] : undefined;
    if (override === undefined) this.#switchOn();
    else this.#switchOff(override);
  }

  #ensureOn(consents: readonly Consent[] = []): void {
    const override = this.#on.find(({ tab, page, target }) => {
      return tab === 'the tab' && page === 'A' && target === this.#target;
    });
    if (override !== undefined && consents.every((consent) => override.allow.includes(consent))) return;
    const allow = CONSENTS.filter((consent) => consents.includes(consent) || this.#random.chance(0.1));
    this.#switchOn({ target: this.#target, allow });
  }

  #addFrame(wanted: Partial<Action & { type: 'add frame' }> = {}): void {
    const random = this.#random;
    const of = random.weighted<Place | 'another extension'>([
      [4, 'B'],
      [2, 'A'],
      [2, 'E'],
      [4, random.pick(ALL_PLACES)],
      [1, 'another extension'],
    ]);
    this.#add(
      {
        type: 'add frame',
        kind: random.weighted(
          FRAME_KINDS.map((kind) => [kind === 'plain' ? 5 : kind === 'embed' ? 1 : 1.5, kind] as const),
        ),
        of,
        path: this.#path(of),
        throughX: false,
        under: random.weighted<Under>([
          [6, 'top'],
          [2, 'newest'],
          [1, 'second newest'],
        ]),
        ...wanted,
      },
      this.#probes(),
    );
  }

  #path(of: string): PagePath {
    const answered = of === 'A' || of === 'B' || of === 'under B';
    return this.#random.weighted([
      [5, '/page'],
      [1, '/other'],
      [answered ? 2 : 0, '/sw/page'],
    ]);
  }

  #navigate(wanted: Partial<Action & { type: 'navigate' }> = {}): void {
    const random = this.#random;
    const to = wanted.to ?? (random.chance(0.35) ? 'A' : random.pick(ALL_PLACES));
    this.#add(
      {
        type: 'navigate',
        tab: random.chance(0.85) ? 'the tab' : 'another tab',
        to,
        path: this.#path(to),
        by: random.pick(['link', 'location', 'address bar', 'redirect']),
        ...wanted,
      },
      this.#probes(),
    );
  }

  #changeFrame(): void {
    const random = this.#random;
    const which = random.chance(0.7) ? 'newest' : 'second newest';
    const type = random.pick(['move frame', 'remove frame', 'navigate frame'] as const);
    if (type !== 'navigate frame') this.#add({ type, which }, this.#probes());
    else this.#add({ type, which, to: random.pick(ALL_PLACES) }, this.#probes());
  }

  #goBack(): void {
    const random = this.#random;
    const by = random.pick(['script', 'button'] as const);
    this.#add({ type: 'history', delta: -1, by }, this.#probes());
    if (random.chance(0.4)) this.#add({ type: 'history', delta: 1, by }, this.#probes());
    if (random.chance(0.3)) this.#add({ type: 'reload' }, this.#probes());
  }

  /** A frame of whom, with one in it that has no origin. */
  #nestedSandbox(): void {
    this.#ensureOn(['opaque-origin']);
    this.#addFrame({ kind: this.#random.pick(['plain', 'plain', 'object', 'embed']), under: 'top' });
    this.#addFrame({ kind: this.#random.pick(['sandboxed srcdoc', 'data']), under: 'newest' });
    if (this.#random.chance(0.5)) this.#add({ type: 'wait', milliseconds: 300 }, this.#probes());
  }

  /** What is in the tab before the override is on. */
  #lookalikeFrame(): void {
    const of = this.#random.pick(LOOKALIKES);
    this.#addFrame({ of, kind: 'plain', path: this.#path(of), under: 'top' });
  }

  #download(): void {
    const random = this.#random;
    if (random.chance(0.5)) this.#startAnew();
    this.#lookalikeFrame();
    if (random.chance(0.6)) this.#addFrame({ kind: 'sandboxed srcdoc', under: 'newest' });
    this.#ensureOn(random.chance(0.6) ? ['opaque-origin'] : []);
    this.#add({ type: 'download', from: random.pick(['A', 'A', 'B']) }, this.#probes());
  }

  #crowdOut(): void {
    if (this.#random.chance(0.5)) this.#startAnew();
    this.#lookalikeFrame();
    this.#ensureOn();
    const count = this.#random.integer(50, 60);
    this.#add({ type: 'add dead frames', count, under: 'newest' }, this.#probes());
  }

  /** The tab on A's page, with no override on. */
  #startAnew(): void {
    for (const override of [...this.#on]) this.#switchOff(override);
    this.#navigate({
      tab: 'the tab',
      to: 'A',
      path: '/page',
      by: this.#random.pick(['link', 'address bar']),
    });
  }

  #frameBeforeOverride(): void {
    const random = this.#random;
    this.#startAnew();
    const kind = random.pick(['object', 'embed', 'plain', 'plain'] as const);
    const of = random.pick(LOOKALIKES);
    // One that is answered by its own service worker.
    const ofWorker = kind === 'plain' && random.chance(0.6);
    this.#addFrame({
      kind,
      under: 'top',
      ...(ofWorker ? { of: 'B', path: '/sw/page' } : { of, path: '/page' }),
    });
    this.#ensureOn(random.chance(0.3) ? ['opaque-origin'] : []);
  }

  #lookalike(): void {
    this.#ensureOn();
    const to = this.#random.pick(LOOKALIKES);
    if (this.#random.chance(0.5)) this.#navigate({ tab: 'the tab', to });
    else this.#addFrame({ of: to, kind: this.#random.pick(['plain', 'object', 'sandboxed']), under: 'top' });
  }

  #blob(): void {
    const random = this.#random;
    this.#ensureOn();
    this.#navigate({
      tab: 'the tab',
      to: random.pick(['B', 'B', 'C', 'E', 'A']),
      by: random.pick(['link', 'location']),
    });
    if (random.chance(0.8)) this.#add({ type: 'navigate to own blob', tab: 'the tab' }, this.#probes());
    else
      this.#add(
        { type: 'navigate to about:blank', tab: 'the tab', by: random.pick(['location', 'address bar']) },
        this.#probes(),
      );
  }

  #pendingNavigation(): void {
    const random = this.#random;
    this.#ensureOn(['opaque-origin']);
    const to = random.pick(['E', 'E', '127.0.0.1', 'B'] as const);
    this.#navigate({ tab: 'the tab', to, path: '/page' });
    this.#addFrame({ kind: random.pick(['sandboxed srcdoc', 'data']), under: 'top' });
    const frameOf = random.pick<Place | null>(['A', 'A', 'A', 'B', null]);
    this.#add({ type: 'begin to navigate', to: random.pick(['A', 'A', 'B']), frameOf }, this.#probes());
  }

  #fullStore(): void {
    const random = this.#random;
    if (random.chance(0.6)) this.#startAnew();
    this.#ensureOn(random.chance(0.6) ? ['opaque-origin'] : []);
    this.#add({ type: 'fill the store' }, { calls: [this.#learning(), this.#learning()] });
    const turn = random.weighted([
      [3, 'strangers'],
      [3, 'off'],
      [1, 'nothing'],
    ]);
    if (turn === 'strangers') {
      // What it learns now it can't store; that takes it a moment to find out.
      for (const milliseconds of [400, 100]) {
        this.#add({ type: 'wait', milliseconds }, { calls: [this.#learning(), this.#learning()] });
      }
      this.#addFrame({
        of: random.pick(['E', 'B', '127.0.0.1']),
        kind: 'plain',
        under: 'top',
        path: '/page',
      });
      this.#addFrame({ kind: 'sandboxed srcdoc', under: 'newest' });
      this.#add({ type: 'wait', milliseconds: 300 }, this.#probes());
    } else if (turn === 'off') {
      for (const override of [...this.#on]) this.#switchOff(override);
    }
    if (random.chance(0.5)) this.#add({ type: 'empty the store' }, this.#probes());
  }

  /** A call from which an override has something to learn. */
  #learning(): Partial<Call> {
    return {
      target: this.#target,
      manner: 'closed',
      method: 'PUT',
      mode: 'cors',
      header: `x-new-${this.#random.integer(1, 99_999)}`,
      through: 'nothing',
      from: 'document',
    };
  }

  /** Where the browser lets no extension attach its debugger. */
  #noDebuggerHere(): void {
    const random = this.#random;
    const tab: Tab = random.chance(0.5) ? 'the tab' : 'another tab';
    const other: Tab = tab === 'the tab' ? 'another tab' : 'the tab';
    this.#switchOn({ tab, target: this.#target, allow: ['answer-preflight'] });
    if (random.chance(0.7)) this.#switchOn({ tab: other, target: random.pick(['T1', 'T2']), allow: [] });
    if (tab === 'the tab' && random.chance(0.5)) {
      this.#addFrame({ of: 'another extension', kind: 'plain', under: 'top' });
    } else {
      this.#add({ type: 'navigate to chrome://version', tab }, this.#probes());
    }
    if (random.chance(0.5)) this.#switchOn({ tab: other, target: 'T by name', allow: [] });
    for (const override of this.#on.filter((one) => one.tab === other)) this.#switchOff(override);
  }

  /** The debugger stays where the page has gone. */
  #preflightOfAnother(): void {
    const random = this.#random;
    const always = (method: Call['method']): Partial<Call> => ({
      target: this.#target,
      manner: 'closed',
      method,
      mode: 'cors',
      header: null,
      through: 'X, always the same',
      from: 'document',
    });
    this.#navigate({ tab: 'the tab', to: 'A', path: '/page' });
    this.#ensureOn(['answer-preflight']);
    this.#add({ type: 'wait', milliseconds: 50 }, { calls: [always('GET'), always('PUT')] });
    const calls = [always(random.pick(['PUT', 'DELETE'])), always('POST'), {}];
    const to = random.pick(['E', 'E', 'B', '127.0.0.1', 'C'] as const);
    if (random.chance(0.6)) this.#navigate({ tab: 'the tab', to, path: '/page' });
    else this.#addFrame({ kind: 'plain', of: to, path: '/page', under: 'top' });
    if (random.chance(0.5))
      this.#addFrame({ kind: random.pick(['data', 'sandboxed srcdoc']), under: 'newest' });
    this.#add({ type: 'wait', milliseconds: 50 }, { calls });
  }

  /** Several apps of localhost, each with an override. */
  #manyApps(): void {
    const random = this.#random;
    for (const page of ['A', 'B', 'C', 'D'] as const) {
      const tab: Tab = random.chance(0.5) ? 'the tab' : 'another tab';
      this.#switchOn({ page, tab, target: random.pick(TARGETS), allow: [] });
    }
  }

  /** A frame that came while an override was on, and another override somewhere else. */
  #overrideElsewhere(): void {
    const random = this.#random;
    this.#navigate({ tab: 'the tab', to: 'A', path: '/page' });
    this.#ensureOn();
    this.#addFrame({ of: 'B', kind: random.pick(['object', 'embed', 'plain']), under: 'top' });
    this.#switchOn({ tab: 'another tab', page: random.pick(['C', 'D', 'under A', '127.0.0.1']), allow: [] });
  }

  #serviceWorker(): void {
    const random = this.#random;
    const calls: Partial<Call>[] = [
      { from: 'service worker', target: this.#target, manner: 'closed', mode: 'cors', through: 'nothing' },
      { from: 'service worker', target: this.#target, manner: 'own-only', mode: 'cors', through: 'nothing' },
      { from: 'service worker', target: this.#target, through: random.pick(['X', 'X, marked']) },
    ];
    if (random.chance(0.8)) this.#ensureOn(['service-worker']);
    const to = random.pick(['B', 'under B', 'A'] as const);
    const tab: Tab = random.chance(0.6) ? 'another tab' : 'the tab';
    this.#navigate({ tab, to, path: '/sw/page' });
    this.#add({ type: 'wait', milliseconds: 20 }, { calls });
  }

  /** A page with a frame comes back as it was. */
  #historyWithFrame(): void {
    const random = this.#random;
    this.#startAnew();
    this.#lookalikeFrame();
    if (random.chance(0.7)) this.#ensureOn();
    this.#navigate({
      tab: 'the tab',
      to: random.pick(['A', '127.0.0.1', 'E', 'B']),
      path: random.pick(['/other', '/page']),
      by: random.pick(['link', 'location']),
    });
    this.#ensureOn();
    this.#add({ type: 'history', delta: -1, by: random.pick(['script', 'button']) }, this.#probes());
  }

  #workerAsleep(): void {
    this.#ensureOn();
    const to = this.#random.chance(0.4) ? 'B' : this.#random.pick(LOOKALIKES);
    // One that has an override itself can't be left out once for all.
    if (to === 'B' && this.#random.chance(0.7)) this.#switchOn({ tab: 'another tab', page: 'B', allow: [] });
    this.#add({ type: 'stop the worker' }, { calls: [] });
    const by = this.#random.pick(['link', 'location', 'address bar'] as const);
    if (this.#random.chance(0.5)) this.#navigate({ tab: 'the tab', to, by });
    else this.#addFrame({ of: to, kind: 'plain', under: 'top' });
  }

  #reloadExtension(): void {
    this.#startAnew();
    this.#lookalikeFrame();
    if (this.#random.chance(0.5)) this.#ensureOn();
    this.#add({ type: 'reload the extension' }, this.#probes());
    this.#on = [];
    this.#ensureOn();
  }

  #frameThroughRedirect(): void {
    this.#navigate({ tab: 'the tab', to: 'A', path: '/page' });
    this.#ensureOn();
    const through: Partial<Call> = {
      target: 'T1',
      manner: 'closed',
      method: 'GET',
      mode: 'cors',
      header: null,
      through: 'X, always the same',
      from: 'document',
    };
    this.#add({ type: 'wait', milliseconds: 50 }, { calls: [through] });
    this.#addFrame({ kind: this.#random.pick(['plain', 'object']), throughX: true, under: 'top' });
  }

  /** What the override has learnt of a redirect, somebody else makes use of. */
  #marked(): void {
    const random = this.#random;
    const through: Partial<Call> = {
      target: this.#target,
      manner: 'closed',
      mode: 'cors',
      through: 'X',
      from: 'document',
    };
    this.#navigate({ tab: 'the tab', to: 'A', path: '/page' });
    this.#ensureOn();
    this.#add({ type: 'wait', milliseconds: 50 }, { calls: [{ ...through, method: 'GET' }, through] });
    const to = random.pick(LOOKALIKES);
    if (random.chance(0.5)) this.#navigate({ tab: 'the tab', to });
    else this.#addFrame({ of: to, kind: random.pick(['plain', 'object']), under: 'top' });
    const marked: Partial<Call> = { ...through, through: 'X, marked' };
    this.#add({ type: 'wait', milliseconds: 50 }, { calls: [{ ...marked, method: 'GET' }, marked, through] });
  }

  #longNames(): void {
    this.#navigate({ tab: 'the tab', to: 'A', path: '/page' });
    this.#ensureOn();
    const target = this.#target;
    this.#add({ type: 'call often', target, manner: 'long-names', times: 50 }, this.#probes());
  }
}

function isSame(one: Action & { type: 'override' }, other: Action & { type: 'override' }): boolean {
  return one.tab === other.tab && one.page === other.page && one.target === other.target;
}
