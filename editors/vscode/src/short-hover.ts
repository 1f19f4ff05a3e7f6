/** Shortens hovers: VS Code shows a finding's message above them itself. */
import { Hover, MarkdownString, type Diagnostic } from 'vscode'

/** A hover without the paragraphs that say what the findings say. */
export function withoutMessages(hover: Hover, findings: readonly Diagnostic[]): Hover {
  const said = new Set(findings.map(({ message }) => `${message}.`))
  return new Hover(
    hover.contents.map((content) => {
      if (!(content instanceof MarkdownString)) return content
      const paragraphs = content.value.split('\n\n').filter((paragraph) => !said.has(paragraph.replace(/\\(.)/g, '$1')))
      return new MarkdownString(paragraphs.join('\n\n'))
    }),
    hover.range,
  )
}
