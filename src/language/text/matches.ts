/**
 * Every match of a shape with the flag `g`, as `matchAll` gives them, which copies the expression for each text:
 * for short texts that costs more than reading them.
 */
export function matches(shape: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  shape.lastIndex = 0;
  for (let m = shape.exec(text); m; m = shape.exec(text)) {
    found.push(m);
    if (m[0] === '') shape.lastIndex++;
  }
  return found;
}
