/** When answers carried a header and when they didn't, as far as it was seen; it keeps where that changed, and little else. */
export interface AnswerHistory {
  /** @param at milliseconds since the epoch, in any order */
  readonly note: (at: number, carries: boolean) => void;
  /** The last change from carrying to not carrying, as it was known to be at that time; null where there was none. */
  readonly lossBefore: (at: number) => Loss | null;
}

/** Milliseconds since the epoch. */
export interface Loss {
  /** The last answer that carried the header. */
  readonly until: number;
  /** The first one after it that didn't. */
  readonly since: number;
}

/** Changes of longer ago are forgotten. */
const KEPT = 12;

export function answerHistory(): AnswerHistory {
  /** In order of time. */
  let noted: readonly { readonly at: number; readonly carries: boolean }[] = [];
  const note = (at: number, carries: boolean) => {
    const after = noted.findIndex((other) => other.at > at);
    const index = after < 0 ? noted.length : after;
    const all = [...noted.slice(0, index), { at, carries }, ...noted.slice(index)];
    // An answer between two others that say the same tells nothing more.
    const ends = all.filter((one, place) => {
      return all[place - 1]?.carries !== one.carries || all[place + 1]?.carries !== one.carries;
    });
    noted = ends.slice(-KEPT);
  };
  const lossBefore = (time: number): Loss | null => {
    const before = noted.filter(({ at }) => at <= time);
    const last = before.findLastIndex(({ carries }) => carries);
    const [carrying, lacking] = [before[last], before[last + 1]];
    return carrying === undefined || lacking === undefined ? null : { until: carrying.at, since: lacking.at };
  };
  return { note, lossBefore };
}
