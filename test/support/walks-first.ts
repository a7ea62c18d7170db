import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Plays the walks first: they take longest, and begun last they would leave the other worker idle. */
export class WalksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isWalk = ({ moduleId }: TestSpecification) => /\/walks[^/]*\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isWalk), ...sorted.filter((file) => !isWalk(file))];
  }
}
