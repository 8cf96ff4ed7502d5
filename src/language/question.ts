/** Whether free text typed inside a form is a question to the bot rather than an answer. */
export function looksLikeQuestion(_text: string): boolean {
  return false;
}
