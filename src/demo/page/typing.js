const calm = matchMedia('(prefers-reduced-motion: reduce)');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Types a text into a box as a quick hand does, within a second, and sends its form. */
export async function typeOut(box, text) {
  const signs = [...text];
  const step = calm.matches ? signs.length : Math.max(1, Math.ceil(signs.length / 32));
  for (let at = step; at < signs.length; at += step) {
    box.value = signs.slice(0, at).join('');
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await pause(24);
  }
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await pause(calm.matches ? 0 : 160);
  box.form.requestSubmit();
}
