/** What the running service can be asked for. Apart from the commands: a client that only asks need not load what they do. */
export const serviceNames = [
  'doctor',
  'invite',
  'office set',
  'units import',
  'partners import',
  'partners template',
  'backup',
  'audit verify',
  'unclear',
  'telegram setup',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Every name that can be typed, those of what this program carries out itself among them. */
export const names: readonly string[] = ['help', ...serviceNames, 'restore'];

/** What is typed splits into: the command's name (of one word or two) and what stands behind it. */
export function split(words: readonly string[]): { readonly command: string; readonly args: readonly string[] } {
  const two = words.slice(0, 2).join(' ');
  if (names.includes(two)) return { command: two, args: words.slice(2) };
  return { command: words[0] ?? 'help', args: words.slice(1) };
}
