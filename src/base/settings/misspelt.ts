/** Typing slips between two names (a swap of neighbours counts once), counted up to `most`; more is `most + 1`. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(row[b.length]!, most + 1);
}

/**
 * Which variables look like a known one misspelt: `[given, meant]`.
 * Only names with an underscore that are ours alone are compared (`own`): HOST is two slips from HOME, HTTPS_PROXY one from HTTP_PROXY.
 */
export function misspelt(
  given: Iterable<string>,
  known: ReadonlySet<string>,
  own: (name: string) => boolean,
): [string, string][] {
  const found: [string, string][] = [];
  const candidates = [...known].filter((name) => own(name) && name.includes('_') && name.length >= 8);
  for (const name of given) {
    if (known.has(name)) continue;
    const plain = name.toUpperCase();
    const near = candidates
      .map((candidate) => ({ candidate, by: slips(plain, candidate, 2) }))
      .filter(({ by }) => by <= 2)
      .sort((x, y) => x.by - y.by)[0];
    if (near) found.push([name, near.candidate]);
  }
  return found;
}
