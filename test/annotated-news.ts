/** Reads the annotated news of the fixtures: stories with the names and sentence ends that a human marked. */
import { readFileSync } from 'node:fs'

/** A stretch of a story's text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** One story without its marks, and what the marks said. */
export interface AnnotatedStory {
  readonly text: string
  readonly names: readonly Stretch[]
  readonly sentences: readonly string[]
}

/** The stories of a fixture file. A line is a sentence, [brackets] are names, “H: ” begins a headline and a story. */
export function readAnnotatedNews(file: string): readonly AnnotatedStory[] {
  const url = new URL(`./fixtures/${file}`, import.meta.url)
  const lines = readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
  const stories: { blocks: string[][] }[] = []
  let block: string[] = []
  const endBlock = (): void => {
    if (block.length > 0) stories.at(-1)?.blocks.push(block)
    block = []
  }
  for (const line of lines) {
    if (line.startsWith('H: ')) {
      endBlock()
      stories.push({ blocks: [[line.slice(3)]] })
    } else if (line.trim() === '' || line.startsWith('- ')) {
      endBlock()
      if (line.startsWith('- ')) stories.at(-1)!.blocks.push([line])
    } else {
      block.push(line)
    }
  }
  endBlock()
  return stories.map(({ blocks }) => withoutMarks(blocks))
}

function withoutMarks(blocks: readonly (readonly string[])[]): AnnotatedStory {
  const names: Stretch[] = []
  const sentences: string[] = []
  let text = ''
  for (const block of blocks) {
    if (text !== '') text += '\n\n'
    for (const [index, marked] of block.entries()) {
      if (index > 0) text += ' '
      const start = text.length
      let nameStart = 0
      for (const character of marked) {
        if (character === '[') nameStart = text.length
        else if (character === ']') names.push({ start: nameStart, end: text.length })
        else text += character
      }
      sentences.push(text.slice(start).replace(/^- /, ''))
    }
  }
  return { text, names, sentences }
}
