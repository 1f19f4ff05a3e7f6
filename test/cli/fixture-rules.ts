/** A few small rules, one of each level and stage, so that the command's tests don't depend on the rules that ship. */
import { defineRule, span, type Rule, type Severity } from '#rule'
import type { Story } from '../../src/story/index.ts'
import type { Span } from '../../src/text/index.ts'

function* places(story: Story, pattern: RegExp): Iterable<Span> {
  for (const block of story.blocks) {
    for (const match of story.slice(block).matchAll(pattern)) {
      yield span(block.start + match.index, block.start + match.index + match[0].length)
    }
  }
}

/** Every “widget” is wrong, and is to be a “gadget”; what else is wrong is an option. */
const strayWidget = defineRule({
  id: 'stray-widget',
  title: 'A stray widget',
  summary: 'A widget.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  options: {
    words: { type: 'strings', default: ['widget'], description: 'What counts as a widget.' },
    most: { type: 'integer', default: 1000, minimum: 1, description: 'How many are told.' },
  },
  messages: { widget: ({ word }: { word: string }) => `“${word}” is a widget` },
  *check({ story, options, find }) {
    const found = [...places(story, new RegExp(`\\b(?:${options.words.join('|')})\\b`, 'g'))].slice(0, options.most)
    for (const at of found) {
      yield find('widget', {
        at,
        word: story.slice(at),
        related: found.filter((other) => other !== at).map((other) => ({ at: other, note: 'another widget' })),
        suggestions: [{ title: 'Write “gadget”', grade: 'safe', edits: [{ at, text: 'gadget' }] }],
      })
    }
  },
})

function wordRule(
  id: string,
  pattern: RegExp,
  severity: Severity,
  more: Partial<Pick<Rule, 'stage' | 'preset'>> = {},
): Rule {
  return defineRule({
    id,
    summary: `The rule ${id}.`,
    kind: 'style',
    stage: 'stable',
    severity,
    since: '0.1.0',
    quotations: 'check',
    ...more,
    messages: { found: ({ word }: { word: string }) => `“${word}” stands here` },
    *check({ story, find }) {
      for (const at of places(story, pattern)) yield find('found', { at, word: story.slice(at) })
    },
  })
}

export const FIXTURE_RULES: readonly Rule[] = [
  strayWidget,
  wordRule('loud-word', /\b[A-Z]{4,}\b/g, 'warning'),
  wordRule('mild-word', /\bvery\b/g, 'info'),
  wordRule('strict-word', /\bperhaps\b/g, 'warning', { preset: 'strict' }),
  wordRule('trial-word', /\bmaybe\b/g, 'warning', { stage: 'trial' }),
]

/** A rule that breaks on every story. */
export const BROKEN_RULE: Rule = defineRule({
  id: 'broken-rule',
  summary: 'Breaks.',
  kind: 'slip',
  stage: 'stable',
  severity: 'error',
  since: '0.1.0',
  quotations: 'check',
  messages: {},
  check() {
    throw new TypeError('the fixture is broken\nas it should be')
  },
})
