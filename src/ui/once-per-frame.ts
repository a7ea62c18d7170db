/** How long to wait for a frame of a page that isn't drawn, such as a panel behind another. */
const MAX_FRAME_WAIT_MS = 100;
/** The time that may be spent in one burst. */
const BURST_BUDGET_MS = 250;
/** The share of wall-clock time that is allowed once the budget is spent. */
const WORK_SHARE = 0.3;
/** The longest rest. */
const MAX_REST_MS = 500;

/**
 * Runs `task` before the next frame is drawn, once for all requests until then. In a flood it runs less often, so that
 * the page still responds to clicks.
 */
export function oncePerFrame(task: () => void): () => void {
  let state: 'idle' | 'due' | 'resting' | 'resting-and-due' = 'idle';
  let work = 0;
  let workAt = performance.now();
  const run = () => {
    const started = performance.now();
    state = 'resting';
    // The timer fires only after the frame is drawn.
    setTimeout(() => {
      const ended = performance.now();
      work = Math.max(0, work - WORK_SHARE * (started - workAt)) + ended - started;
      workAt = ended;
      setTimeout(awake, Math.min(MAX_REST_MS, Math.max(0, work - BURST_BUDGET_MS) / WORK_SHARE));
    });
    task();
  };
  const awake = () => {
    const isDue = state === 'resting-and-due';
    state = 'idle';
    if (isDue) request();
  };
  const request = () => {
    switch (state) {
      case 'idle':
        state = 'due';
        beforeNextFrame(run);
        return;
      case 'resting':
        state = 'resting-and-due';
        return;
      case 'due':
      case 'resting-and-due':
    }
  };
  return request;
}

function beforeNextFrame(run: () => void): void {
  const first = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    run();
  };
  const frame = requestAnimationFrame(first);
  const timer = setTimeout(first, MAX_FRAME_WAIT_MS);
}
