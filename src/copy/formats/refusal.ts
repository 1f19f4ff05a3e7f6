/** How a kind of source that isn't read is refused: by its name, and with what to do. */

/** What to do with a source that isn't read. */
export const ADVICE = {
  pandoc: 'save it as plain text, Markdown or HTML, or pipe it: pandoc -t gfm FILE | copydesk --stdin --input markdown',
  saveAs: 'save or export its copy as plain text, Markdown or HTML',
  pdf: 'check the draft that it was made from, or pipe its text: pdftotext FILE - | copydesk --stdin',
  export: 'export its stories as HTML, Markdown or ninjs, or send their text to “copydesk stream”, a row a story',
  stream: 'send it to “copydesk stream”, which answers each row',
  mend: 'mend it, or export it again',
  none: 'it holds no copy that could be read',
} as const

/** A kind of source that isn't read: “a Word document (DOCX)”, and what to do with one. */
export interface RefusedKind {
  readonly name: string
  readonly advice: keyof typeof ADVICE
}

/** Why a source of some kind isn't read: the predicate of a sentence about it. */
export function refusal({ name, advice }: RefusedKind): string {
  return `is ${name}, which is not read; ${ADVICE[advice]}`
}
