/**
 * A headline of another story, beside the story’s own or alone: “Xiaomi CEO says it has 140 vehicles” over a story of a
 * blacklist.
 */
import { defineRule, firstWords, type Block, type Facts, type Story } from '#rule'
import { findCandidates, goesOn, isOtherThanHeadline, withoutOutlet } from './candidates.ts'
import { fitsAtSight, readBody, weigh, type BodyWords, type Fit } from './fit.ts'
import { FOUR_WORDS, isAlone, isSurelyFit, judge, mayFit } from './judge.ts'

// More lines than these are a list: of the story's points, of other stories, of what a play costs.
const MOST_CANDIDATES = 4
const SHORTEST_BODY = 40
const LONG_BODY = 80
const LONGEST_QUOTE = 32
const LOOSE: ReadonlySet<Facts['copyKind']> = new Set<Facts['copyKind']>(['opinion', 'feature', 'q-and-a'])

export default defineRule({
  id: 'stacked-headlines',
  title: 'Another story’s headline',
  summary: 'Two headlines stand over the story, and one of them is another story’s.',
  kind: 'leftover',
  stage: 'stable',
  severity: 'error',
  since: '0.2.0',
  quotations: 'check',
  quietIn: ['review', 'letters', 'live-blog'],
  messages: {
    stray: ({ line, absent }: { line: string; absent: string }) =>
      `“${line}” is another story’s headline: no ${absent} in this one; delete it`,
    likelyStray: ({ line, absent }: { line: string; absent: string }) =>
      `“${line}” looks like another story’s headline: no ${absent} in this one; delete it if so`,
    alone: ({ line, absent }: { line: string; absent: string }) =>
      `“${line}” may be another story’s headline: no ${absent} in this one; check the headline`,
  },
  *check({ story, facts, find }) {
    const candidates = findCandidates(story)
    if (candidates.length < 1 || candidates.length > MOST_CANDIDATES) return
    const [lone] = candidates
    if (candidates.length === 1 && fitsAtSight(story, withoutOutlet(story.slice(lone!).trim()), lone!.end)) return
    const body = bodyOf(story, candidates)
    if (body.count < SHORTEST_BODY) return
    const lines = candidates.map((block) => {
      const text = withoutOutlet(story.slice(block).trim())
      return {
        block,
        text,
        isHeadline: !isOtherThanHeadline(text) && !goesOn(story, block),
        fit: weigh(story, text, body),
      }
    })
    const isLoose = LOOSE.has(facts.copyKind)
    const [only] = lines
    if (lines.length === 1) {
      if (!only!.isHeadline || isLoose || body.count < LONG_BODY || !isAlone(only!)) return
      yield find('alone', { ...said(only!.text, only!.fit), at: only!.block, severity: 'warning' })
      return
    }
    // “Torvia Arena”, “Saturday, 3 May”, “Kick-off at 3pm”: what stands over a preview.
    if (
      lines.filter(({ isHeadline, text }) => !isHeadline || !FOUR_WORDS.test(text)).length
      > MOST_CANDIDATES - lines.length
    )
      return
    const inOrder = lines
      .filter((line) => line.isHeadline || isSurelyFit(line))
      .sort((one, other) => one.fit.strangeness - other.fit.strangeness)
    const fitting = inOrder.find(mayFit) ?? inOrder[0]
    if (!fitting) return
    const beside = readBody([fitting.text])
    // “Will the ferry sail again? ⏎ Captain breaks his silence”: a headline in two halves.
    const endsOpen = (above: Block | undefined): boolean =>
      above !== undefined && /[?!…:][”"’']?$/.test(story.slice(above).trim())
    for (const line of lines) {
      const { block, text } = line
      if (line === fitting || !line.isHeadline || lines.some((other) => other !== line && other.text === text)) continue
      const fit = weigh(story, text, body, beside)
      const place = {
        isLoose,
        isBelow: block.index > fitting.block.index,
        isSecondHalf: endsOpen(candidates[candidates.indexOf(block) - 1]),
        isShort: body.count < LONG_BODY,
      }
      const severity = judge({ text, fit }, fitting, place)
      if (!severity) continue
      yield find(severity === 'error' ? 'stray' : 'likelyStray', {
        ...said(text, fit),
        at: block,
        severity,
        related: mayFit(fitting) ? [{ at: fitting.block, note: 'this headline fits the story' }] : [],
        suggestions: [
          {
            title: 'Delete the line',
            grade: severity === 'error' ? 'likely' : 'idea',
            edits: [{ at: block, text: '' }],
          },
        ],
      })
    }
  },
})

/** All that is read as copy but the lines on top. */
function bodyOf(story: Story, candidates: readonly Block[]): BodyWords {
  const onTop = new Set(candidates)
  return readBody(
    story.blocks
      .filter((block) => !onTop.has(block) && story.facts.layout.isCopy(block))
      .map((block) => story.slice(block)),
  )
}

/** The first words of a long line. */
function shortened(text: string): string {
  const plain = text.replace(/[“”"]/g, '')
  const start = firstWords(plain, LONGEST_QUOTE)
  return start === plain ? plain : `${start.replace(/[,;:. –—-]+$/, '')}…`
}

const LONGEST_LIST = 22

/** What a message says of a line: its first words, and what of it the story hasn't. */
const said = (text: string, { absent, evidence }: Fit): { line: string; absent: string } => ({
  line: shortened(text),
  absent: listed(evidence.length > 1 ? evidence : absent),
})

/** Some of the words that the story has not: “vehicles”, “CEO” or “140”, as many as there is room for. */
function listed(words: readonly string[]): string {
  const count = words.slice(0, 3).join('').length > LONGEST_LIST ? 2 : 3
  const few = words
    .slice(0, count)
    .map((word) => (word.length > LONGEST_LIST / 2 ? `“${word.slice(0, LONGEST_LIST / 2 - 1)}…”` : `“${word}”`))
  return `${few.slice(0, -1).join(', ')} or ${few.at(-1)!}`
}
