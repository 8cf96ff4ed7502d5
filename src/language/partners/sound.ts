/** Consonants that are written for one another as one letter. */
export const oneLetterASound = (folded: string): string =>
  folded
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck|qu|c|q/g, 'k')
    .replace(/w/g, 'v')
    .replace(/y/g, 'i')
    .replace(/z|x/g, 's')
    .replace(/gi|j/g, 'd');
