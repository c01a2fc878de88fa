/** Waits for a place between the frames that are painted. What each returns calls it off. */

/** A hidden page is not painted; it goes on anyway. */
const LONGEST_FRAME_MILLISECONDS = 100;

/** Do something in the next frame, or in the first one after some time, before it is laid out. */
export function beforePaint(task: () => void, milliseconds = 0): () => void {
  let frame = 0;
  const run = (): void => {
    cancel();
    task();
  };
  const ask = (): void => {
    frame = requestAnimationFrame(run);
  };
  const last = setTimeout(run, milliseconds + LONGEST_FRAME_MILLISECONDS);
  const first = milliseconds > 0 ? setTimeout(ask, milliseconds) : undefined;
  if (first === undefined) ask();
  const cancel = (): void => {
    clearTimeout(first);
    clearTimeout(last);
    cancelAnimationFrame(frame);
  };
  return cancel;
}

/** Do something after the next frame. */
export function afterPaint(task: () => void): () => void {
  let cancel = beforePaint(() => {
    cancel = afterTask(task);
  });
  return () => cancel();
}

/** Do something once the page has had its turn. */
export function afterTask(task: () => void): () => void {
  const timer = setTimeout(task);
  return () => clearTimeout(timer);
}
