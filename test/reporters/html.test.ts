/** Tests the page for people. */
import { parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5'
import { describe, expect, test } from 'vitest'
import { htmlReport } from '../../src/reporters/html.ts'
import { STYLE } from '../../src/reporters/html/html-style.ts'
import { fileReport, finding, hostileReportsWithSource, HOSTILE, manyFindings, note } from './reports.ts'
import { sampleReports } from './sample-reports.ts'

const OPTIONS = { show: 'info', failures: [], version: '1.2.3' } as const

type Element = DefaultTreeAdapterTypes.Element

interface Page {
  readonly errors: readonly ParserError[]
  readonly elements: readonly Element[]
}

function read(html: string): Page {
  const errors: ParserError[] = []
  const document = parse(html, { onParseError: (error) => errors.push(error), sourceCodeLocationInfo: true })
  const elements: Element[] = []
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) elements.push(node)
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(document)
  return { errors, elements }
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value
const named = (page: Page, tag: string, className?: string): readonly Element[] =>
  page.elements.filter(
    (one) =>
      one.tagName === tag && (className === undefined || attribute(one, 'class')?.split(' ').includes(className)),
  )

/** The text of an element, without the numbers of marks. */
function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  if ('tagName' in node && node.tagName === 'sup') return ''
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const ALLOWED = new Set([
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'a',
  'header',
  'h1',
  'h2',
  'p',
  'nav',
  'table',
  'caption',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'main',
  'article',
  'div',
  'span',
  'mark',
  'sup',
  'ul',
  'li',
  'bdi',
  'del',
  'ins',
  'footer',
])
const ATTRIBUTES = new Set([
  'lang',
  'charset',
  'http-equiv',
  'content',
  'name',
  'class',
  'href',
  'id',
  'scope',
  'tabindex',
  'aria-label',
  'aria-labelledby',
  'dir',
])

/** How a page is not what it should be, a line a problem. */
function pageProblems(html: string): readonly string[] {
  const page = read(html)
  const ids = page.elements.flatMap((one) => attribute(one, 'id') ?? [])
  const links = page.elements.flatMap((one) => attribute(one, 'href') ?? [])
  return [
    ...page.errors.map(({ code, startLine }) => `${code} in line ${startLine}`),
    ...page.elements.filter(({ tagName }) => !ALLOWED.has(tagName)).map(({ tagName }) => `<${tagName}>`),
    ...page.elements
      .flatMap(({ attrs }) => attrs)
      .filter(({ name }) => !ATTRIBUTES.has(name))
      .map(({ name }) => `attribute ${name}`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
    ...links
      .filter((link) => !link.startsWith('#') || !new Set(ids).has(link.slice(1)))
      .map((link) => `a link to ${link}`),
    ...named(page, 'a')
      .filter((one) => textOf(one) === '' && attribute(one, 'aria-label') === undefined && !one.childNodes.length)
      .map(() => 'a link without words'),
    ...named(page, 'article')
      .filter((one) => !ids.includes(attribute(one, 'aria-labelledby')!))
      .map(() => 'an article without a name'),
    ...named(page, 'th')
      .filter((one) => attribute(one, 'scope') === undefined)
      .map(() => 'a heading of a table for nothing'),
    ...['html', 'head', 'body', 'main', 'h1', 'title']
      .filter((tag) => named(page, tag).length !== 1)
      .map((tag) => `not one <${tag}>`),
    ...(/\b(?:src|srcset|url|@import|javascript|https?)\s*[=:(]/i.test(STYLE) ? ['a style that loads something'] : []),
  ]
}

describe('the page', () => {
  test('is sound HTML with no script and nothing to load: of the samples, of each alone, of hostile text, of nothing', () => {
    const samples = sampleReports()
    for (const reports of [samples, ...samples.map((one) => [one]), []])
      expect(pageProblems(htmlReport(reports, OPTIONS))).toEqual([])
    const failures = HOSTILE.map((text) => ({ path: text, message: text }))
    for (const one of hostileReportsWithSource())
      expect(pageProblems(htmlReport([one, one], { ...OPTIONS, failures }))).toEqual([])
  })

  test('shows the copy of the samples letter for letter, line by line, and marks the words that are meant', () => {
    for (const sample of sampleReports()) {
      const page = read(htmlReport([sample], OPTIONS))
      const lines = named(page, 'div', 'line').map((line) =>
        textOf(line.childNodes.find((child) => 'tagName' in child && child.tagName === 'p')!),
      )
      expect(lines).toEqual(sample.source!.split('\n'))
      const inOrder = sample.findings.toSorted((one, other) => one.start.offset - other.start.offset)
      inOrder.forEach(({ start, end, severity, message }, index) => {
        const mark = page.elements.find((one) => attribute(one, 'id') === `s1-m${index + 1}`)!
        expect(textOf(mark)).toBe(sample.source!.slice(start.offset, end.offset).split('\n')[0])
        expect(attribute(mark, 'class')).toBe(severity)
        expect(textOf(page.elements.find((one) => attribute(one, 'id') === `s1-r${index + 1}`)!)).toContain(message)
      })
    }
  })

  test('gives reasons: the other places, and the edit with the words that go and come', () => {
    const source = 'Norvik rose.\n\nNorvic <fell> & rose.\n'
    const report = fileReport(
      'a.txt',
      [
        finding(3, '“Norvic” is “Norvik” elsewhere', {
          start: { line: 3, column: 1, offset: 14 },
          end: { line: 3, column: 7, offset: 20 },
          related: [
            { message: 'here', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 7, offset: 6 } },
          ],
          suggestions: [
            { title: 'Write it so', grade: 'likely', edits: [{ start: 14, end: 20, text: 'Norvik' }] },
            { title: 'Ask the desk', grade: 'idea', edits: [] },
          ],
        }),
      ],
      { source, notices: [note(1, 'a stretch was passed over')] },
    )
    const html = htmlReport([report], OPTIONS)
    expect(html).toContain(
      '<div class="line" id="s1-l1"><span class="number">1</span><p dir="auto"><mark class="place">Norvik</mark> rose.</p><ul class="reasons">\n<li><span class="level">Passed over</span>, line 1: ',
    )
    expect(html).toContain(
      '<p dir="auto"><mark class="error" id="s1-m1">Norvic<sup><a href="#s1-r1" aria-label="Reason 1">1</a></sup></mark> &lt;fell&gt; &amp; rose.</p>',
    )
    expect(html).toContain(
      '<li class="error" id="s1-r1"><a href="#s1-m1">1</a> <span class="level">Must fix</span>, line 3: <span class="title">A stray word.</span> <span dir="auto">“Norvic” is “Norvik” elsewhere.</span> <span class="rule">stray-word</span>',
    )
    expect(html).toContain(
      '<ul><li><a href="#s1-l1">Line 1</a>: <span dir="auto">here</span></li><li><span dir="auto">Write it so</span>: <del>Norvic</del> <ins>Norvik</ins></li><li><span dir="auto">Perhaps ask the desk</span></li></ul></li>',
    )
    expect(html).toContain('<title>Copydesk: a.txt: STOP: 1 must-fix, 1 stretch passed over</title>')
  })

  test('hides advice like the desk report, and says what else it doesn’t show', () => {
    const report = fileReport(
      'a',
      [finding(1, 'mild', { severity: 'info' }), finding(1, 'look', { severity: 'warning' })],
      { source: 'x' },
    )
    const html = htmlReport([report], {
      ...OPTIONS,
      show: 'warning',
      closing: ['1 piece of advice hidden; --all <shows> it'],
    })
    expect(html).toContain('<p>1 piece of advice hidden; --all &lt;shows&gt; it</p>')
    expect(html).not.toContain('mild')
  })

  test('of several files lists all, shows those with something to say, and names those that could not be checked', () => {
    const reports = [
      fileReport('clean.txt', [], { source: 'Fine copy.' }),
      fileReport('b.txt', [finding(1, 'wrong')], { source: 'Poor copy.' }),
    ]
    const html = htmlReport(reports, { ...OPTIONS, failures: [{ path: 'gone.txt', message: 'does not exist' }] })
    const page = read(html)
    expect(named(page, 'article')).toHaveLength(1)
    expect(named(page, 'tr').slice(1).map(textOf)).toEqual(['clean.txt33700CLEAN', 'b.txt33710STOP: 1 must-fix'])
    expect(html).toContain('1 file could not be checked')
    expect(html).not.toContain('Fine copy.')
  })

  test('marks findings that lie in, over and beside each other in well-nested marks; one that outlasts another ends with it', () => {
    const at = (start: number, end: number): Partial<ReturnType<typeof finding>> => ({
      start: { line: 1, column: start + 1, offset: start },
      end: { line: 1, column: end + 1, offset: end },
    })
    const spans = [
      [0, 20],
      [5, 10],
      [8, 15],
      [10, 10],
      [20, 25],
      [24, 40],
      [30, 999],
    ] as const
    const report = fileReport(
      'a',
      spans.map(([start, end], index) => finding(1, `finding ${index}`, at(start, end))),
      { source: 'abcdefghijklmnopqrstuvwxyz\nabcdefghij' },
    )
    const html = htmlReport([report], OPTIONS)
    expect(pageProblems(html)).toEqual([])
    const marks = named(read(html), 'mark')
    expect(marks.map((mark) => `${attribute(mark, 'id')?.slice(3) ?? '…'} ${textOf(mark)}`)).toEqual([
      'm1 abcdefghijklmnopqrst',
      'm2 fghij',
      'm3 ij',
      'm4 ',
      'm5 uvwxy',
      'm6 y',
      'm7 defghij',
    ])
  })

  test('can do without the source, and gives the reasons then', () => {
    const html = htmlReport([fileReport('a.txt', [finding(3, 'wrong', { related: [note(1, 'here')] })])], OPTIONS)
    expect(pageProblems(html)).toEqual([])
    expect(html).toContain(
      '<li class="error" id="s1-r1">1 <span class="level">Must fix</span>, line 3: <span class="title">A stray word.</span> <span dir="auto">wrong.</span>',
    )
    expect(html).toContain('<li>Line 1: <span dir="auto">here</span></li>')
  })

  test('of a very long file shows the lines with something to say and those around them', () => {
    const source = 'A line of copy that says nothing wrong.\n'.repeat(20_000)
    const offset = 12_345 * 40
    const report = fileReport(
      'long.txt',
      [
        finding(1, 'wrong', {
          start: { line: 12_346, column: 1, offset },
          end: { line: 12_346, column: 7, offset: offset + 6 },
        }),
      ],
      { source },
    )
    const html = htmlReport([report], OPTIONS)
    expect(pageProblems(html)).toEqual([])
    expect(named(read(html), 'div', 'line').map((line) => attribute(line, 'id'))).toEqual(
      [12_344, 12_345, 12_346, 12_347, 12_348].map((line) => `s1-l${line}`),
    )
    expect(html).toContain('<p class="gap">12,343 lines with nothing to say</p>')
    expect(html).toContain('<mark class="error" id="s1-m1">A line<sup>')
    expect(html.length).toBeLessThan(20_000)
  })

  test('outlives 2,000 marks on one line and 10,000 within each other', () => {
    const nested = Array.from({ length: 10_000 }, (_, index) =>
      finding(1, 'x', {
        start: { line: 1, column: index + 1, offset: index },
        end: { line: 1, column: 30_000 - index, offset: 30_000 - index },
      }),
    )
    const html = htmlReport(
      [fileReport('deep.txt', nested, { source: 'x'.repeat(30_000) }), manyFindings(2_000, true)],
      OPTIONS,
    )
    expect(named(read(html), 'mark').filter((mark) => attribute(mark, 'id')?.startsWith('s1-'))).toHaveLength(8)
  })
})

describe('the style', () => {
  const light = variablesIn(/:root \{([^}]*)\}/.exec(STYLE)![1]!)
  const dark = variablesIn(/prefers-color-scheme: dark\) \{ :root \{([^}]*)\}/.exec(STYLE)![1]!)
  const print = variablesIn(/@media print \{ :root \{([^}]*)\}/.exec(STYLE)![1]!)

  test.each([
    ['light', light],
    ['dark', dark],
    ['printed', print],
  ])('can be read, %s: text stands out from its ground by 4.5 to 1', (_, colours) => {
    const pairs = [
      ...['ink', 'soft', 'error', 'warning', 'info', 'good'].map((name) => [name, 'paper']),
      ...['error', 'warning', 'info'].map((name) => ['ink', `${name}-ground`]),
    ] as const
    expect(pairs.filter(([ink, ground]) => contrast(colours[ink!]!, colours[ground!]!) < 4.5)).toEqual([])
  })
})

function variablesIn(css: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...css.matchAll(/--([\w-]+): (#[\da-f]+);/g)].map(([, name, value]) => [name!, value!]))
}

/** The contrast of two colours as WCAG 2 counts it. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const hex = colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour
    const [red, green, blue] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  }
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}
