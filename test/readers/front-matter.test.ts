/** Front matter: its strings are fields with exact positions, it tells the day, and bad front matter harms nothing. */
import fc from 'fast-check'
import { parse as parseToml } from 'smol-toml'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { parseDay } from '../../src/readers/publication-date.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import type { Copy } from '../../src/copy/index.ts'
import { applied, blocksOf, edited, noticesOf, sourceOf } from './read.ts'
import { runs } from '../runs.ts'

const RUNS = runs(150, 8000)

const yaml = (fields: string): Copy => readMarkdown(`---\n${fields}\n---\n\nBody.\n`)
const toml = (fields: string): Copy => readMarkdown(`+++\n${fields}\n+++\n\nBody.\n`)

describe('YAML front matter', () => {
  it('is read as fields, whatever their style', () => {
    expect(
      blocksOf(
        yaml(
          [
            'title: The pier # a comment',
            'dek: "A \\"new\\" quay \\u2014',
            '  in\\',
            '  deed"',
            "byline: 'Ann O''Neill'",
            'summary: |2-',
            '    first line',
            '   second',
            '',
            '   third',
            'intro: > # folded',
            '  one',
            '  two',
            '',
            '  three',
            'draft: true',
            'weight: 3',
          ].join('\n'),
        ),
      ),
    ).toEqual([
      'field title: The pier',
      'field dek: A "new" quay — indeed',
      "field byline: Ann O'Neill",
      'field summary: first line second',
      'field summary: third',
      'field intro: one two',
      'field intro: three',
      'paragraph: Body.',
    ])
  })

  it('gives nested fields keys with dots, and the strings of a list the list’s key', () => {
    expect(
      blocksOf(
        yaml(
          'image:\n  caption: At sea\n  size: {alt: A boat}\nauthors: [Ann, "Bea"]\ntags:\n  - ports\n  - name: ships',
        ),
      ),
    ).toEqual([
      'field image.caption: At sea',
      'field image.size.alt: A boat',
      'field authors: Ann',
      'field authors: Bea',
      'field tags: ports',
      'field tags.name: ships',
      'paragraph: Body.',
    ])
  })

  it('keeps the way back to the source', () => {
    const story = yaml(
      "title: 'Ann''s old   pier'\ndek: \"AT\\x26T \\\n   sails\"\nlong: one\n  two\nbox: |\n  A  b\n  c",
    )
    expect(sourceOf(story, "Ann's")).toBe("Ann''s")
    expect(sourceOf(story, 'AT&T')).toBe('AT\\x26T')
    expect(sourceOf(story, 'sails')).toBe('sails')
    expect(sourceOf(story, 'one two')).toBe('one\n  two')
    expect(sourceOf(story, 'b c')).toBe('b\n  c')
    expect(sourceOf(story, 'Body')).toBe('Body')
  })

  it('follows no alias, however often it stands there', () => {
    expect(blocksOf(yaml(`a: &a Ann\nb: [${'*a, '.repeat(5000)}]`))).toEqual(['field a: Ann', 'paragraph: Body.'])
  })

  it('may let the further lines of a string or of a list stand at the margin, as generators do', () => {
    const story = yaml(
      'title: "The pier\nis shut"\ndek: \'It\'\'s\n\nover: now\'\ntags: [ports,\n"old\nships"]\nbox:\n  - |\n    "x\n  - y\n  - - "A\nb"\ndate: 2024-05-31',
    )
    expect(blocksOf(story)).toEqual([
      'field title: The pier is shut',
      "field dek: It's",
      'field dek: over: now',
      'field tags: ports',
      'field tags: old ships',
      'field box: "x',
      'field box: y',
      'field box: A b',
      'field date: 2024-05-31',
      'paragraph: Body.',
    ])
    expect(story.notices).toEqual([])
    expect(story.date).toEqual({ year: 2024, month: 5, day: 31 })
    expect(sourceOf(story, 'pier is')).toBe('pier\nis')
    expect(edited(story, 'is shut', 'was "shut"')).toContain('title: "The pier\nwas \\"shut\\""')
    expect(edited(story, 'old ships', "Ann's boats")).toContain('"Ann\'s boats"]')
  })

  it('that no parser takes is read one field at a time, with one notice that points at the fault', () => {
    const story = yaml(
      'title: Pier: the end # a comment\nbyline: "Ann" Lee\ndek: \'It\'s over\'\ndate: 2024-05-31\nimage:\n\tcaption: "At\\d sea"\n\t- @ann\nlead: one\ntwo',
    )
    expect(blocksOf(story)).toEqual([
      'field title: Pier: the end',
      'field byline: "Ann" Lee',
      "field dek: It's over",
      'field date: 2024-05-31',
      'field image.caption: Atd sea',
      'field image: @ann',
      'field lead: one two',
      'paragraph: Body.',
    ])
    expect(story.date).toEqual({ year: 2024, month: 5, day: 31 })
    expect(noticesOf(story)).toEqual([
      "this front matter isn't valid YAML (Nested mappings are not allowed in compact mappings); its fields were read one by one: P",
    ])
    expect(edited(story, 'Pier', 'Quay')).toContain('title: Quay: the end # a comment')
    expect(edited(story, 'over', "Ann's")).toContain("dek: 'It's Ann''s'")
    for (const text of ['"Pier', '[', ' # Pier', 'a\nb']) expect(edited(story, 'Pier', text)).toBeUndefined()
  })

  it('that no parser takes is passed over where it has no keys, too many, or a template for a value', () => {
    expect(noticesOf(yaml('- a: b: c'))[0]).toMatch(/; its fields were passed over: b$/)
    expect(noticesOf(yaml(`${'a: @b\n'.repeat(400)}`))[0]).toMatch(/; its fields were passed over: @$/)
    expect(blocksOf(yaml('title: "{{ replace .Name "-" " " }}"\ndek: At sea'))).toEqual([
      'field dek: At sea',
      'paragraph: Body.',
    ])
  })

  it('that holds no keys is copy between two rules', () => {
    expect(blocksOf(yaml('\nOnly a *line*.\n'))).toEqual(['paragraph: Only a line.', 'paragraph: Body.'])
    expect(blocksOf(yaml('# a comment'))).toEqual(['paragraph: Body.'])
  })

  it('that is too long or too deep gives a notice', () => {
    expect(noticesOf(yaml(`a: ${'x'.repeat(70_000)}`))[0]).toMatch(/^this front matter is too long/)
    for (const nested of ['[', '{a: ', '- ', '? '])
      expect(blocksOf(yaml(nested.repeat(15_000))).at(-1)).toBe('paragraph: Body.')
  })
})

describe('TOML front matter', () => {
  it('is read as fields, whatever their style', () => {
    expect(
      blocksOf(
        toml(
          [
            'title = "The \\"new\\" pier \\u2014 done" # "no"',
            "byline = 'Ann'",
            'n = 3',
            'tags = ["a#b", [\'c\'], {x = "d"}]',
            '[image]',
            'caption = "At sea"',
            '"alt text".en = "A boat"',
            '[[events]]',
            'name = """',
            'One',
            'two \\',
            '   three',
            '',
            'four"""',
            '[z]',
            "raw = '''",
            "it's raw'''",
          ].join('\n'),
        ),
      ),
    ).toEqual([
      'field title: The "new" pier — done',
      'field byline: Ann',
      'field tags: a#b',
      'field tags: c',
      'field tags.x: d',
      'field image.caption: At sea',
      'field image.alt text.en: A boat',
      'field events.name: One two three',
      'field events.name: four',
      "field z.raw: it's raw",
      'paragraph: Body.',
    ])
  })

  it('keeps the way back to the source', () => {
    const story = toml('a = "AT\\u0026T sails"\nb = """\nold \\\n  quay"""')
    expect(sourceOf(story, 'AT&T')).toBe('AT\\u0026T')
    expect(sourceOf(story, 'quay')).toBe('quay')
  })

  it('that isn’t valid gives a notice that points at it, and the copy is read', () => {
    const story = toml('title = Pier')
    expect(blocksOf(story)).toEqual(['paragraph: Body.'])
    expect(noticesOf(story)[0]).toMatch(/^this front matter isn't valid TOML \(.+\); its fields were passed over: .$/)
  })
})

describe('the day of publication', () => {
  it.each([
    ['YAML', '---\ndate: 2024-05-01\n---\n'],
    ['a quoted string', '---\npubDate: "May 1, 2024"\n---\n'],
    ['a time', '---\npublished_at: 2024-05-01T23:30:00-05:00\n---\n'],
    ['TOML', '+++\ndate = 2024-05-01\n+++\n'],
    ['a TOML time', '+++\npublishDate = 2024-05-01 09:00:00Z\n+++\n'],
    ['a TOML string', "+++\ndate = '2024/5/1'\n+++\n"],
    ['the plainest key', '---\ndate: 2024-04-30\ndatePublished: 2024-05-01\npublished: true\n---\n'],
  ])('is read from %s', (_name, source) => {
    expect(readMarkdown(source, { date: { year: 1999, month: 1, day: 1 } }).date).toEqual({
      year: 2024,
      month: 5,
      day: 1,
    })
  })

  it('is the caller’s where the fields hold none', () => {
    const date = { year: 2024, month: 5, day: 1 }
    expect(readMarkdown('---\nupdated: 2024-06-01\ndate: soon\n---\n', { date }).date).toEqual(date)
    expect(readMarkdown('Copy.', { date }).date).toEqual(date)
    expect(readMarkdown('Copy.').date).toBeUndefined()
  })

  it('is written in many ways', () => {
    const day = { year: 2022, month: 7, day: 8 }
    for (const text of [
      '2022-07-08',
      '2022/7/8',
      '2022-07-08 10:00',
      'Jul 08 2022',
      'July 8, 2022',
      '8 July 2022',
      'Fri, 08 Jul 2022 10:00:00 GMT',
      ' Friday, July 8, 2022 ',
    ]) {
      expect(parseDay(text)).toEqual(day)
    }
    for (const text of ['07/08/2022', '2022-02-30', '2022-7', 'Smarch 1, 2022', '', 'yes', '20220708', '2022-07-081'])
      expect(parseDay(text)).toBeUndefined()
  })
})

describe('edits of front matter', () => {
  it('are written as each style wants them', () => {
    const story = yaml('a: "Ann saw"\nb: \'Bea saw\'\nc: Cat saw\nd: |\n  Dan saw\n  it\ne: [Eve saw, x]')
    expect(edited(story, 'Ann', 'the "old" \\')).toContain('a: "the \\"old\\" \\\\ saw"')
    expect(edited(story, 'Bea', "O'Neill")).toContain("b: 'O''Neill saw'")
    expect(edited(story, 'Cat', "O'Neill & co")).toContain("c: O'Neill & co saw")
    expect(edited(story, 'Dan', '"D": #1')).toContain('  "D": #1 saw')
    expect(edited(story, 'Eve', 'Zoë')).toContain('[Zoë saw, x]')
    const table = toml('a = "Ann saw"\nb = \'Bea saw\'')
    expect(edited(table, 'Ann', '"C:\\"')).toContain('a = "\\"C:\\\\\\" saw"')
    expect(edited(table, 'Bea', 'Zoë "Z"')).toContain('b = \'Zoë "Z" saw\'')
  })

  it('aren’t written where they would need other quotes', () => {
    const story = yaml('c: Cat saw\nd: |\n  Dan saw\n  it\ne: [Eve saw, x]\nf: Fay')
    for (const text of ['Cat: he', '# Cat', '- ', '@x', 'a\nb', '"x'])
      expect(edited(story, 'Cat', text)).toBeUndefined()
    for (const text of ['true', '12', 'no', 'null', '~', '']) expect(edited(story, 'Fay', text)).toBeUndefined()
    for (const text of [' Dan', 'a\nb', '\t']) expect(edited(story, 'Dan', text)).toBeUndefined()
    for (const text of ['a, b', 'a]', '{']) expect(edited(story, 'Eve', text)).toBeUndefined()
    expect(edited(toml("b = 'Bea saw'"), 'Bea', "O'Neill")).toBeUndefined()
    expect(edited(toml('b = "Bea saw"'), 'Bea', 'a\nb')).toBeUndefined()
  })

  const word = fc.constantFrom(
    'Ann',
    'the',
    'U.S.',
    'it’s',
    "it's",
    '"q"',
    'x: y',
    '# c',
    '\\',
    '\\n',
    '\\u2019',
    '\\"',
    "''",
    'é',
    '🙂',
    '-',
    '[a]',
    '{',
    '}',
    ',',
    '&a',
    '*b',
    '!',
    'yes',
    '12',
    '|',
    '>',
    '%',
    '@',
    '`',
    ':',
    '~',
    'null',
  )
  const space = fc.constantFrom(' ', ' ', '  ', '', '\n  ', '\n\n  ', '\n    ')
  const copy = fc
    .array(fc.tuple(word, space), { minLength: 1, maxLength: 6 })
    .map((words) => words.flat().join('').trim())
  const spread = (text: string): string => text.replace(/\s+/g, ' ').trim()
  const fieldText = (story: Copy, key: string): string =>
    spread(
      story.blocks
        .filter((block) => block.key === key)
        .map((block) => story.slice(block))
        .join(' '),
    )

  /** Edits a stretch of the title, reads the source anew and compares. */
  function expectEditToHold(story: Copy, from: number, length: number, text: string): void {
    const title = story.blocks.find(({ key }) => key === 'title')
    if (!title) return
    const start = title.start + (from % (title.end - title.start))
    const end = start + 1 + (length % (title.end - start))
    const edit = story.toSourceEdit({ ...title, start, end } as typeof title, text)
    if (!edit) return
    const after = readMarkdown(applied(story.source, edit))
    // An edit may happen to mend what no parser took.
    expect(after.notices.length).toBeLessThanOrEqual(story.notices.length)
    const wanted = story.text.slice(0, start) + text + story.text.slice(end)
    expect(after.text.replace(/\s/g, '')).toBe(wanted.replace(/\s/g, ''))
  }

  const styles = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `'${text.replaceAll("'", "''")}'`,
    (text) => `"${text}"`,
    (text) => `|\n  ${text}`,
    (text) => `>-\n  ${text}`,
  )

  it('and the text of YAML fields are what YAML reads', () => {
    fc.assert(
      fc.property(
        styles,
        copy,
        fc.constantFrom('\n', '\r\n'),
        fc.nat(),
        fc.nat(),
        copy,
        (style, text, eol, from, length, other) => {
          const fields = `title: ${style(text)}`
          const story = readMarkdown(`---\n${fields}\n---\nBody.\n`.replaceAll('\n', eol))
          let title: unknown
          try {
            title = (parseYaml(fields, { logLevel: 'error' }) as { title?: unknown }).title
          } catch {
            return
          }
          if (typeof title !== 'string') return
          expect(fieldText(story, 'title')).toBe(spread(title))
          expectEditToHold(story, from, length, spread(other))
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('hold where further lines stand at the margin', () => {
    const quotes = styles.filter((style) => /^["']/.test(style('')))
    const margin = (text: string): string => text.replace(/\n +/g, '\n')
    fc.assert(
      fc.property(
        quotes,
        copy,
        fc.constantFrom('\n', '\r\n'),
        fc.nat(),
        fc.nat(),
        copy,
        (style, text, eol, from, length, other) => {
          let title: unknown
          try {
            title = (parseYaml(`title: ${style(text)}\nlead: b`, { logLevel: 'error' }) as { title?: unknown }).title
          } catch {
            return
          }
          const story = readMarkdown(
            `---\ndek: a\ntitle: ${margin(style(text))}\nlead: b\n---\nBody.\n`.replaceAll('\n', eol),
          )
          expect(fieldText(story, 'title')).toBe(spread(String(title)))
          expect(fieldText(story, 'lead')).toBe('b')
          expectEditToHold(story, from, length, spread(other))
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('hold where no parser takes the fields', () => {
    const bad = fc.constantFrom(
      'title: a: ',
      'title: @',
      'title: "a" ',
      "title: 'a' ",
      'title:\n\t- ',
      'title: [a] ',
      'dek: a: b\ntitle: ',
    )
    fc.assert(
      fc.property(
        bad,
        copy,
        copy,
        fc.constantFrom('\n', '\r\n'),
        fc.nat(),
        fc.nat(),
        copy,
        (start, text, lead, eol, from, length, other) => {
          const story = readMarkdown(`---\n${start}${text}\nlead: ${spread(lead)}\n---\nBody.\n`.replaceAll('\n', eol))
          expect(story.notices.length).toBeLessThan(2)
          expectEditToHold(story, from, length, spread(other))
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('and the text of TOML fields are what TOML reads', () => {
    const quotes = fc.constantFrom('"', "'", '"""', "'''")
    fc.assert(
      fc.property(
        quotes,
        copy,
        fc.constantFrom('\n', '\r\n'),
        fc.nat(),
        fc.nat(),
        copy,
        (quote, text, eol, from, length, other) => {
          const fields = `title = ${quote}${quote.length === 1 ? spread(text) : text}${quote}`
          const story = readMarkdown(`+++\n${fields}\n+++\nBody.\n`.replaceAll('\n', eol))
          let title: unknown
          try {
            title = parseToml(fields)['title']
          } catch {
            return
          }
          expect(fieldText(story, 'title')).toBe(spread(String(title)))
          expectEditToHold(story, from, length, spread(other))
        },
      ),
      { numRuns: RUNS },
    )
  })
})
