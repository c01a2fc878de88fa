/** Waits until the page has been painted. */

/** A hidden page is not painted; it goes on anyway. */
const LONGEST_FRAME_MILLISECONDS = 250;

/** Do something after the next frame; what is returned calls it off. */
export function afterPaint(task: () => void): () => void {
  let timer = setTimeout(finish, LONGEST_FRAME_MILLISECONDS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(finish);
  });
  function finish(): void {
    cancelAnimationFrame(frame);
    task();
  }
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
