const { undo, undoLabels } = document.documentElement.dataset;
const lasts = Number(undo) * 1000;
const labels = undoLabels.split('|');

/** Counts down on the undo button of a message that was said `age` milliseconds ago, for as long as it is held back. */
export function countDown(button, age) {
  if (!labels.includes(button.textContent) || age >= lasts) return;
  const until = performance.now() + lasts - age;
  const tick = () => {
    const left = Math.ceil((until - performance.now()) / 1000);
    if (left <= 0 || !button.isConnected) {
      delete button.dataset.undo;
      return;
    }
    button.dataset.undo = String(left);
    setTimeout(tick, 200);
  };
  // The element is put into the page after it was made.
  setTimeout(tick);
}
