import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { generateWalk } from './generate.ts';
import { judge, type Violation, type ViolationKind, type WalkOverride } from './judge.ts';
import { Player } from './player.ts';
import { describeWalk, type Step, type Tab, type Walk } from './walk.ts';
import { startWorld, type World } from './world.ts';

/** The builds of the extension, by their folders in `dist`. */
export const BUILDS = ['chrome', 'chrome-no-debugger'] as const;
export type Build = (typeof BUILDS)[number];

/** What a step may take at most, in ms; the longest of them calls some tens of times. */
const LONGEST_STEP = 60_000;

export interface WalkResult {
  readonly walk: Walk;
  /** Null where nothing is as it should not be. */
  readonly failure: { readonly step: number; readonly violations: readonly Violation[] } | null;
  readonly compared: number;
  readonly letThrough: number;
  readonly seconds: number;
}

/** Plays walks in a browser with the extension and in one without it, step by step. */
export class Pair {
  readonly #world: World;
  readonly #folder: string;
  #players: readonly [mine: Player, twin: Player] | null = null;

  private constructor(world: World, folder: string) {
    this.#world = world;
    this.#folder = folder;
  }

  /** @param folder of the extension as it is built, in `dist` */
  static async start(folder: Build): Promise<Pair> {
    return new Pair(await startWorld(), fileURLToPath(new URL(`../../dist/${folder}`, import.meta.url)));
  }

  async close(): Promise<void> {
    await this.#closeBrowsers();
    await this.#world.close();
  }

  async #closeBrowsers(): Promise<void> {
    const players = this.#players ?? [];
    this.#players = null;
    await Promise.all(players.map((player) => player.close()));
  }

  async #started(): Promise<readonly [mine: Player, twin: Player]> {
    this.#players ??= await Promise.all([
      Player.start(this.#world, this.#folder),
      Player.start(this.#world, null),
    ]);
    return this.#players;
  }

  /**
   * Plays a walk up to its first step that shows a violation.
   * @param ignored kinds of violations that are none this time
   */
  async play(walk: Walk, ignored: readonly ViolationKind[] = []): Promise<WalkResult> {
    const begun = performance.now();
    const players = await this.#started();
    const answers = new Answers(this.#folder.includes('no-debugger'));
    let failure: WalkResult['failure'] = null;
    let compared = 0;
    let letThrough = 0;
    await Promise.all(players.map((player) => player.begin()));
    for (const [index, step] of walk.steps.entries()) {
      const judged = await within(LONGEST_STEP, this.#playStep(players, step, index, answers));
      if (judged === null) {
        const ended = `within ${LONGEST_STEP / 1000} s`;
        const halted = {
          kind: 'halted',
          what: 'the step',
          expected: `an end ${ended}`,
          got: 'none',
        } as const;
        await this.#closeBrowsers();
        return {
          walk,
          failure: { step: index, violations: [halted] },
          compared,
          letThrough,
          seconds: (performance.now() - begun) / 1000,
        };
      }
      compared += judged.compared;
      letThrough += judged.letThrough;
      const violations = judged.violations.filter(({ kind }) => !ignored.includes(kind));
      if (violations.length === 0) continue;
      failure = { step: index, violations };
      break;
    }
    const ended = await Promise.all(players.map((player) => player.end()));
    // What a failed walk has left behind is no concern of the next.
    if (ended.includes(false)) await this.#closeBrowsers();
    return { walk, failure, compared, letThrough, seconds: (performance.now() - begun) / 1000 };
  }

  async #playStep(
    players: readonly [mine: Player, twin: Player],
    written: Step,
    index: number,
    answers: Answers,
  ) {
    const step = answers.possible(written);
    this.#world.takeReceived();
    const done = await Promise.all(players.map((player) => player.play(step, index)));
    const refused = answers.take(step, done[0]?.answer);
    const [documents = [], twins = []] = done.map((one) => one.documents);
    const received = this.#world.takeReceived();
    const { originOf } = this.#world;
    const { overrides } = answers;
    const judged = judge({ step, index, documents, twins, received, overrides, originOf });
    return { ...judged, violations: [...refused, ...judged.violations] };
  }
}

/** Which overrides are on, by what was asked of the extension and what it answered. */
class Answers {
  readonly #withoutDebugger: boolean;
  #overrides: readonly WalkOverride[] = [];
  #isStoreFull = false;
  /** Tabs in which the browser may have refused the debugger. */
  readonly #undebuggable = new Set<Tab>();

  constructor(withoutDebugger: boolean) {
    this.#withoutDebugger = withoutDebugger;
  }

  get overrides(): readonly WalkOverride[] {
    return this.#overrides;
  }

  /** The step as this build can take it. */
  possible(step: Step): Step {
    const { action } = step;
    if (action.type !== 'override' || !this.#withoutDebugger) return step;
    const allow = action.allow.filter((consent) => consent !== 'answer-preflight');
    return { ...step, action: { ...action, allow } };
  }

  /** Takes note of a step and of what the extension answered. */
  take({ action }: Step, answer: unknown): readonly Violation[] {
    switch (action.type) {
      case 'override': {
        const { type: _, enabled, ...override } = action;
        const isSame = (one: WalkOverride) =>
          one.tab === override.tab && one.page === override.page && one.target === override.target;
        const present = this.#overrides.find(isSame);
        const isOk = JSON.stringify(answer) === '{"ok":true}';
        if (isOk) {
          const others = this.#overrides.filter((one) => !isSame(one));
          const allow = [...new Set([...(present?.allow ?? []), ...override.allow])];
          this.#overrides = enabled ? [...others, { ...override, allow }] : others;
          return [];
        }
        const attaches = override.allow.includes('answer-preflight') && this.#undebuggable.has(override.tab);
        if (enabled && (attaches || this.#isStoreFull)) return [];
        const what = `override ${enabled ? 'on' : 'off'}`;
        return [{ kind: 'refused', what, expected: '{"ok":true}', got: JSON.stringify(answer) }];
      }
      case 'navigate to chrome://version':
        this.#undebuggable.add(action.tab);
        return [];
      case 'add frame':
        if (action.of === 'another extension') this.#undebuggable.add('the tab');
        return [];
      case 'fill the store':
        this.#isStoreFull = true;
        return [];
      case 'empty the store':
        this.#isStoreFull = false;
        return [];
      case 'reload the extension':
        this.#overrides = [];
        this.#isStoreFull = false;
        return [];
      default:
        return [];
    }
  }
}

/** @returns null where the work isn't done in time */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  // What still goes on then fails with the browsers.
  work.catch(() => {});
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What a failed walk has shown, to read. */
export function describeFailure({ walk, failure }: WalkResult): string {
  if (failure === null) return `walk ${walk.seed}: nothing is as it should not be`;
  const { step, violations } = failure;
  const played = { ...walk, steps: walk.steps.slice(0, step + 1) };
  const lines = violations
    .slice(0, 5)
    .flatMap(({ kind, what, expected, got }) => [
      `${kind}: ${what}`,
      `  without the extension: ${expected}`,
      `  with it:               ${got}`,
    ]);
  const more = violations.length > 5 ? [`and ${violations.length - 5} more`] : [];
  return [`seed ${walk.seed}, step ${step}`, describeWalk(played), ...lines, ...more].join('\n');
}

/** Plays walks from a seed on. @returns what those that failed have shown, to read, and how much was tried */
export async function playWalks(
  pair: Pair,
  seed: number,
  count: number,
): Promise<{ readonly failures: readonly string[]; readonly compared: number; readonly letThrough: number }> {
  const failures: string[] = [];
  let compared = 0;
  let letThrough = 0;
  for (let walk = seed; walk < seed + count; walk++) {
    const result = await pair.play(generateWalk(walk));
    compared += result.compared;
    letThrough += result.letThrough;
    if (result.failure !== null) failures.push(describeFailure(result));
  }
  return { failures, compared, letThrough };
}
