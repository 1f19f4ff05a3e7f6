/** Makes small rules that find words, so that the checker's tests don't depend on the rules that ship. */
import { defineRule, span, type Grade, type Kind, type Rule, type Severity } from '#rule'
import type { Story } from '../../src/story/index.ts'
import type { Span } from '../../src/text/index.ts'
import type { ActiveRule } from '../../src/check/config/config.ts'
import { textStory } from '../stories.ts'

/** What a word rule is like. */
export interface WordRule {
  readonly id?: string
  readonly kind?: Kind
  readonly stage?: 'trial' | 'stable'
  readonly preset?: 'default' | 'strict' | 'translationese'
  readonly severity?: Severity
  readonly quotations?: 'check' | 'skip'
  /** What it puts in a word's place, and how sure it is. */
  readonly instead?: string
  readonly grade?: Grade
  /** Other words that it points at. */
  readonly related?: RegExp
}

/** All places of a story where a pattern stands. */
export function places(story: Story, pattern: RegExp): readonly Span[] {
  return [...story.text.matchAll(pattern)].map((match) => span(match.index, match.index + match[0].length))
}

/** A rule that finds a pattern wherever it stands. */
export function wordRule(
  pattern: RegExp,
  {
    id = 'stray-word',
    kind = 'slip',
    stage = 'stable',
    preset = 'default',
    severity = 'warning',
    quotations = 'check',
    instead,
    grade = 'safe',
    related,
  }: WordRule = {},
): Rule {
  return defineRule({
    id,
    kind,
    stage,
    preset,
    severity,
    quotations,
    summary: 'A stray word.',
    since: '0.1.0',
    messages: { stray: ({ word }: { word: string }) => `“${word}” is stray` },
    *check({ story, find }) {
      for (const at of places(story, pattern)) {
        yield find('stray', {
          at,
          word: story.slice(at),
          related: related
            ? places(story, related).map((other) => ({ at: other, note: `here it is “${story.slice(other)}”` }))
            : [],
          suggestions:
            instead === undefined ? [] : [{ title: `Write “${instead}”`, grade, edits: [{ at, text: instead }] }],
        })
      }
    },
  })
}

/** A story of plain text. */
export function storyOf(text: string): Story {
  return textStory(text)
}

/** Rules that run as they are. */
export function active(...rules: readonly Rule[]): readonly ActiveRule[] {
  return rules.map((rule) => ({ rule, ceiling: 'error', floor: 'info', options: {} }))
}
