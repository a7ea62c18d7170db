/** How long a page that isn't drawn just then, such as a panel behind another, waits for its next frame, in ms. */
const PATIENCE = 100;

/** Runs `task` before the next frame is drawn, once for all requests until then. */
export function oncePerFrame(task: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    const run = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      due = false;
      task();
    };
    const frame = requestAnimationFrame(run);
    const timer = setTimeout(run, PATIENCE);
  };
}
