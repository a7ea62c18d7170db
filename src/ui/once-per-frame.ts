/** How long a page that isn't drawn just then, such as a panel behind another, waits for its next frame, in ms. */
const MAX_FRAME_WAIT_MS = 100;
/** Work of so many ms is done without a rest. */
const BURST_BUDGET_MS = 250;
/** Of all time, the share that more work than that takes. */
const WORK_SHARE = 0.3;
/** The longest rest, in ms. */
const MAX_REST_MS = 500;

/**
 * Runs `task` before the next frame is drawn, once for all requests until then. In a flood it is run less often, so that
 * most of the time is left to all else: whoever clicks is answered all the same.
 */
export function oncePerFrame(task: () => void): () => void {
  let state: 'idle' | 'due' | 'resting' | 'resting-and-due' = 'idle';
  let work = 0;
  let workAt = performance.now();
  const run = () => {
    const started = performance.now();
    state = 'resting';
    // A timer is over only when the frame is drawn.
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
