/** What happened to people: on folded text. */
const harm =
  /cuon troi|vui lap|bi sap|sap nha|toc mai|co lap|mat tich|bi thuong|tu vong|thiet hai|ngap (?:nha|ban|ca|het|sau)|chay nha|troi \d+ nha|swept away|injured|missing people/u;
const disaster =
  /(?<!\p{L})(?:lu|lu quet|lu ong|sat lo|lo dat|mua lu|bao|loc|loc xoay|dong dat|hoa hoan|chay|mua da|flood|landslide|storm|fire)(?!\p{L})/u;
const urgent = /khan cap|khan truong|ho tro khan|cuu tro gap|gap lam roi|emergency|urgent relief/u;
/** A project about emergencies is none. */
const project = /canh bao som|phong,? chong|phong ngua|tap huan|nang cao nang luc|du an|early warning|training/u;

/** Whether a folded text reports that something has just happened, rather than a need of a plan. It is asked before anybody is woken. */
export function isEmergency(folded: string): boolean {
  if (project.test(folded)) return false;
  return (urgent.test(folded) && disaster.test(folded)) || (disaster.test(folded) && harm.test(folded));
}
