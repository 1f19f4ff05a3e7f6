/**
 * Tests that a safe edit is safe: sound copy made to tempt the rules stays as it is, and what is mended is mended to
 * its end.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grade } from '#rule'
import { check } from '../../src/check.ts'
import { applyEdits } from '../../src/text/edits.ts'
import { fixSource } from '../../src/check/fixing/fix.ts'
import { misreadAsWindows1252 } from '../../scripts/inject/kinds/encoding.ts'
import { ROOT } from '../rule-folders.ts'
import { runs } from '../runs.ts'

const SAFE: ReadonlySet<Grade> = new Set(['safe'])
const UNSAFE: ReadonlySet<Grade> = new Set(['safe', 'likely'])
const FOLDER = join(ROOT, 'test/sound-copy')

/** How a line is written down in a format, and what such a file is called. */
const FORMATS: readonly (readonly [path: string, write: (line: string) => string])[] = [
  ['draft.txt', (line) => line],
  ['draft.md', (line) => line.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')],
  ['draft.html', (line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`],
]

function fix(source: string, path: string, grades = SAFE): string {
  return fixSource(source, (text) => check(text, { path }).findings, grades).source
}

/** The lines of a list of sound copy, without its comments. */
function linesOf(file: string): readonly string[] {
  return readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}

describe.each(readdirSync(FOLDER))('the sound copy of %s', (file) => {
  const lines = linesOf(file)

  test('is two hundred lines or more, each another', () => {
    expect(lines.length).toBeGreaterThanOrEqual(200)
    expect(new Set(lines).size).toBe(lines.length)
  })

  test.each(FORMATS)('stays as it is in %s, line by line', (path, write) => {
    expect(lines.filter((line) => fix(write(line), path) !== write(line))).toEqual([])
  })

  test.each(FORMATS)('stays as it is in %s, a paragraph of an English story', (path, write) => {
    const story = (line: string): string =>
      [
        'The harbour of Ostby reopened on Monday, and the council of the town was glad of it.',
        line,
        'A decision is expected in the autumn, she said.',
      ]
        .map(write)
        .join('\n\n')
    expect(lines.filter((line) => fix(story(line), path) !== story(line))).toEqual([])
  })

  test.each(FORMATS)('stays as it is in %s, all of it one story', (path, write) => {
    const story = lines.map(write).join('\n\n')
    expect(fix(story, path)).toBe(story)
  })
})

describe('a field that is no copy', () => {
  const KEYS = [
    'slug',
    'url',
    'permalink',
    'aliases',
    'image',
    'cover',
    'id',
    'tags',
    'redirect_from',
    'layout',
    'weight',
    'canonical',
    'thumbnail',
    'guid',
    'type',
  ]
  const VALUES = [
    'harbour%20reopens%e2%80%94after-storm',
    '/news/caf%C3%A9/',
    'img/caf&eacute;.jpg',
    'post-&#39;1&#39;',
    'R&amp;D',
    'the the harbour',
    'cafÃ©',
    'donâ€™t',
    'caf=C3=A9',
    'wasn\\u2019t',
    'caf%C3%A9.html',
  ]
  const BODY = '\n\nThe harbour of Ostby reopened on Monday after a storm, its master said.\n'

  test.each(KEYS)('is never edited, whatever is allowed: %s', (key) => {
    for (const value of VALUES) {
      for (const source of [
        `---\ntitle: Harbour reopens\n${key}: ${value}\n---${BODY}`,
        `+++\ntitle = "Harbour reopens"\n${key} = '${value}'\n+++${BODY}`,
      ]) {
        expect(fix(source, 'draft.md', UNSAFE)).toBe(source)
      }
      const json = JSON.stringify({ uri: 'x:1', [key]: value, headline: 'Harbour reopens', body_text: BODY.trim() })
      expect(fix(json, 'item.ninjs', UNSAFE)).toBe(json)
    }
  })

  test('holds no damage where a system writes a code there by itself', () => {
    const source = `---\ntitle: Harbour reopens\nslug: harbour%20reopens%e2%80%94late\ncover: img/caf&eacute;.jpg\ntags: [R&amp;D]\n---${BODY}`
    expect(check(source, { path: 'draft.md' }).findings).toEqual([])
  })

  test('is no alternative text of words, but a file’s name there', () => {
    const words = '![The crew of the cafÃ© on the quay](a.jpg)\n'
    expect(fix(words, 'draft.md')).toBe('![The crew of the café on the quay](a.jpg)\n')
    for (const name of ['![cafÃ©-at-night.jpg](a.jpg)\n', '![cafÃ©](a.jpg)\n']) expect(fix(name, 'draft.md')).toBe(name)
  })

  test('is not the title, whose colon YAML wants written as a number', () => {
    const source = `---\ntitle: Research Update&#58; The harbour of Ostby\nsummary: Storm&#58; six ferries stay in port\n---${BODY}`
    expect(check(source, { path: 'draft.md' }).findings).toEqual([])
  })
})

describe('other people’s words', () => {
  test.each([
    '“We were told to to wait, and the cafÃ© was shut,” he said.',
    '"We were told to to wait, and the cafÃ© was shut," he said.',
    "'We were told to to wait, and the cafÃ© was shut,' he said.",
    '‘We were told to to wait, and the cafÃ© was shut,’ he said.',
    '«We were told to to wait, and the cafÃ© was shut,» he said.',
    '“We were told to to wait, and the cafÃ© was shut.\n\n“And nobody knew why the line of of cars was cut.”',
    '“We were told to wait.\n\nNobody knew why the line of of cars was cut, or why the cafÃ© was shut.\n\nThen we left,” he said.',
    '> We were told to to wait, and the cafÃ© was shut.',
  ])('are mended by nobody unseen: %s', (speech) => {
    for (const [path] of FORMATS.slice(0, 2)) expect(fix(`${speech}\n`, path)).toBe(`${speech}\n`)
  })

  test('in a blockquote stay, too', () => {
    const quoted = '<blockquote><p>We were told to to wait, and the cafÃ© was shut.</p></blockquote>'
    expect(fix(quoted, 'draft.html')).toBe(quoted)
  })

  test('have their own marks mended', () => {
    expect(
      fix('He said: â€œWe do not know, and the town of of Ostby neither.â€\u009D It wasnâ€™t late.\n', 'draft.txt'),
    ).toBe('He said: “We do not know, and the town of of Ostby neither.” It wasn’t late.\n')
  })

  test('stay behind damaged marks, which are mended with what they hold or not at all', () => {
    expect(
      fix('He said: â€œWe donâ€™t know, and the town of of Ostby neither.â€\u009D It wasnâ€™t late.\n', 'draft.txt'),
    ).toBe('He said: â€œWe donâ€™t know, and the town of of Ostby neither.â€\u009D It wasn’t late.\n')
    expect(fix('He said: &ldquo;We don&rsquo;t know.&rdquo; It wasn&rsquo;t late.\n', 'draft.txt')).toBe(
      'He said: &ldquo;We don&rsquo;t know.&rdquo; It wasn’t late.\n',
    )
    expect(fix('The talk, &#8220;it&#8217;s a race against the clock,&#8221; wasn&#8217;t long.\n', 'draft.txt')).toBe(
      'The talk, &#8220;it&#8217;s a race against the clock,&#8221; wasn’t long.\n',
    )
  })

  test('are not closed where they should open: a sign that was wrong before it was damaged is for somebody to look at', () => {
    expect(fix('The council&#8216;s plan wasn&#8217;t new.\n', 'draft.txt')).toBe(
      'The council&#8216;s plan wasn’t new.\n',
    )
  })
})

describe('what a story says of its language', () => {
  test('is believed of its blocks', () => {
    const source =
      '---\ntitle: Порт відкрито\nlang: uk\n---\n\nПорт Остби знову працює з понеділка. Він приймає пороми з усіма пасажирами та гостями.\n'
    expect(check(source, { path: 'draft.md' }).findings).toEqual([])
    const french = '---\nlang: fr\n---\n\nPort of of Ostby\n'
    expect(fix(french, 'draft.md')).toBe(french)
  })
})

const RUNS = runs(100, 3000)

describe('damage', { timeout: 30_000 + RUNS * 100 }, () => {
  const WORDS = [
    'café',
    'Müller',
    'São',
    'Łódź',
    'Ağaoğlu',
    'Dvořák',
    'Señor',
    'naïve',
    'Ærø',
    'Škoda',
    'Żywiec',
    'Beyoncé',
    'Việt',
    'Ångström',
    'façade',
    'Straße',
    'Привет',
    'Київ',
    'Београд',
    'Αθήνα',
    'Ωμέγα',
    'שלום',
    'مرحبا',
    '北京',
    '東京',
    '서울',
    'กรุงเทพ',
    'नमस्ते',
    'don’t',
    'it’s',
    '—',
    '£40',
    '€9',
    '20°C',
    '½',
    '™',
    '“Yes”',
    '…',
  ]
  const PAGES: Readonly<Record<string, (text: string) => string>> = {
    'Windows-1252': misreadAsWindows1252,
    'Windows-1251': (text) => new TextDecoder('windows-1251').decode(new TextEncoder().encode(text)),
    'Latin-1': (text) => Buffer.from(text, 'utf8').toString('latin1'),
  }
  const aWord = fc.constantFrom(...WORDS)
  const aPage = fc.constantFrom(...Object.keys(PAGES))
  const aForm = fc.constantFrom(
    (text: string): string => text.replaceAll('&', '&amp;'),
    (text: string): string => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
    (text: string): string => text,
  )

  test('of any word is mended to its end or not at all, and a second run has nothing to do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(aWord, aPage, fc.integer({ min: 1, max: 2 }), aForm), { minLength: 1, maxLength: 4 }),
        (picks) => {
          const sentence = (words: readonly string[]): string =>
            `The harbour of Ostby ${words.join(' and the ')} reopened on Monday, its master said.\n`
          const damaged = picks.map(([word, page, turns, form]) =>
            form(turns === 1 ? PAGES[page]!(word) : PAGES[page]!(PAGES[page]!(word))),
          )
          const source = sentence(damaged)
          const { source: once, edits } = fixSource(source, (text) => check(text, { path: 'draft.txt' }).findings, SAFE)
          expect(applyEdits(source, edits)).toBe(once)
          expect(fix(once, 'draft.txt')).toBe(once)
          const left = once
            .slice('The harbour of Ostby '.length, -' reopened on Monday, its master said.\n'.length)
            .split(' and the ')
          expect(left.map((word, index) => (word === damaged[index] ? 'left' : word.normalize()))).toEqual(
            left.map((word, index) => (word === damaged[index] ? 'left' : picks[index]![0].normalize())),
          )
        },
      ),
      { numRuns: RUNS },
    )
  })
})
