import type { ViolationKind } from './judge.ts';
import type { Pair, WalkResult } from './play.ts';
import type { Walk } from './walk.ts';

/** Finds a shorter walk that fails, too: steps, and then calls, are left out one by one. */
export async function shrink(
  pair: Pair,
  failed: WalkResult,
  ignored: readonly ViolationKind[],
): Promise<WalkResult> {
  if (failed.failure === null) return failed;
  let shortest = failed;
  const attempt = async (walk: Walk): Promise<boolean> => {
    const result = await pair.play(walk, ignored);
    if (result.failure === null) return false;
    shortest = { ...result, walk: upTo(result) };
    return true;
  };
  shortest = { ...failed, walk: upTo(failed) };
  for (let index = shortest.walk.steps.length - 2; index >= 0; index--) {
    const { walk } = shortest;
    await attempt({ ...walk, steps: walk.steps.filter((_, at) => at !== index) });
  }
  for (let index = shortest.walk.steps.length - 1; index >= 0; index--) {
    for (const without of ['calls', 'first'] as const) {
      const { walk } = shortest;
      if (walk.steps[index]?.[without].length === 0) continue;
      const steps = walk.steps.map((step, at) => (at === index ? { ...step, [without]: [] } : step));
      await attempt({ ...walk, steps });
    }
  }
  return shortest;
}

/** The walk as far as it was played. */
function upTo({ walk, failure }: WalkResult): Walk {
  return failure === null ? walk : { ...walk, steps: walk.steps.slice(0, failure.step + 1) };
}
