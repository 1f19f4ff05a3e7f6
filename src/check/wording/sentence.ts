/** Ends what a finding says as a sentence. */

/** The text with a full stop where it has no end of its own. */
export function sentence(text: string): string {
  return /[.!?…][”’")]*$/.test(text.slice(-4)) ? text : `${text}.`
}
