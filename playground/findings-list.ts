/** The list beside the draft: the desk's verdict, and each finding with its reasons and what can be done. */
import type { PlacedFinding } from '../src/browser/codemirror.ts'
import type { BrowserReport } from '../src/browser/messages.ts'
import { suggestionLabel } from '../src/browser/suggestion-label.ts'
import { sentence } from '../src/check/wording/sentence.ts'
import { otherPlaces } from '../src/reporters/content/other-places.ts'
import { printable } from '../src/reporters/writing/printable.ts'
import { counted } from '../src/reporters/content/shown.ts'
import { verdictOn } from '../src/reporters/content/verdict.ts'

/** What the list asks the page to do. */
export interface ListActions {
  /** Shows a finding in the draft, by its fingerprint. @param stay Whether the list keeps the focus. */
  show(fingerprint: string, stay: boolean): void
  /** Follows a finding's suggestion, by its number. */
  follow(fingerprint: string, suggestion: number): void
  lineOf(offset: number): number
}

const HEADINGS = [
  ['error', 'Must fix'],
  ['warning', 'Look'],
  ['info', 'Advice'],
] as const
// A page of notes; whoever has more of a kind begins at the top.
const MOST = 100

/** The list. */
export class FindingsList {
  readonly #actions: ListActions
  readonly #verdict = part('verdict')
  readonly #count = part('count')
  readonly #list = part('list')
  readonly #live = part('live')
  #shown = ''
  /** Whether an arrow key is moving the focus. */
  #isWalking = false

  constructor(actions: ListActions) {
    this.#actions = actions
    this.#list.addEventListener('keydown', (event) => this.#walk(event))
  }

  /** Shows a report. @param placed Its findings, where they stand now. */
  show(report: BrowserReport, placed: readonly PlacedFinding[]): void {
    const { word, text } = verdictOn({ ...report, path: '' })
    if (this.#verdict.textContent !== text) {
      this.#verdict.className = `verdict ${word}`
      const [, head, colon = '', rest = ''] = /^(\w+)(: |, )?(.*)$/.exec(text)!
      // The stamp has a border in place of the colon, which is there for whoever hears or copies it.
      this.#verdict.replaceChildren(
        made('span', 'stamp', head),
        made('span', 'unseen', colon),
        made('span', 'counts', rest),
      )
      this.#live.textContent = text
    }
    const { hidden = [], unusedKeys } = report
    this.#count.textContent = [
      counted(report.words, 'word'),
      FORMAT_NAMES[report.format],
      ...(hidden.length > 0 ? [`${hidden.length} hidden by comments`] : []),
      ...(unusedKeys.length > 0 ? [`${unusedKeys.join(' and ')} of the config speak of files, and stay unused`] : []),
    ].join(' · ')
    // A list that says the same again keeps its place and its focus.
    const key = JSON.stringify([report.findings, report.notices])
    if (key === this.#shown) return
    this.#shown = key
    this.#replace(report, placed)
  }

  /** Says that nothing could be checked, where there is no report from before. */
  fail(): void {
    if (this.#shown !== '') return
    this.#verdict.className = 'verdict empty'
    this.#verdict.replaceChildren(made('span', 'stamp', 'NOT CHECKED'))
    this.#live.textContent = 'Not checked'
  }

  /** Marks the finding that the cursor stands in. @param scroll Whether to bring it into view. */
  mark(current: PlacedFinding | undefined, scroll: boolean): void {
    for (const entry of this.#list.querySelectorAll<HTMLElement>('[aria-current]'))
      entry.removeAttribute('aria-current')
    if (!current) return
    const entry = [...this.#list.querySelectorAll<HTMLElement>('.finding')].find(
      ({ dataset }) => dataset['fingerprint'] === current.finding.fingerprint,
    )
    entry?.querySelector('.say')?.setAttribute('aria-current', 'true')
    if (scroll) entry?.scrollIntoView({ block: 'nearest' })
  }

  #replace({ notices }: BrowserReport, placed: readonly PlacedFinding[]): void {
    const before = this.#focusedIndex()
    const sections = HEADINGS.flatMap(([severity, heading]) => {
      const of = placed.filter(({ finding }) => finding.severity === severity)
      return of.length === 0
        ? []
        : [
            section(
              heading,
              severity,
              of.slice(0, MOST).map((at) => this.#entry(at)),
              of.length - MOST,
            ),
          ]
    })
    if (notices.length > 0) {
      const told = notices
        .slice(0, MOST)
        .map(({ message, start }) =>
          made('li', 'finding', `${this.#actions.lineOf(start.offset)}  ${sentence(printable(message))}`),
        )
      sections.push(section('Passed over', 'notice', told, notices.length - MOST))
    }
    if (sections.length === 0) sections.push(made('p', 'nothing', placed.length === 0 ? 'Nothing to mark.' : ''))
    this.#list.replaceChildren(...sections)
    // Whoever has mended something by key goes on from where it stood.
    if (before >= 0) (this.#says()[Math.min(before, this.#says().length - 1)] ?? part('findings')).focus()
  }

  #entry({ finding }: PlacedFinding): HTMLElement {
    const entry = made('li', 'finding')
    entry.dataset['fingerprint'] = finding.fingerprint
    const say = button('say', '')
    say.append(
      made('span', 'line', String(finding.start.line)),
      made('span', 'words', sentence(printable(finding.message))),
    )
    const line = say.firstElementChild!
    line.setAttribute('aria-label', `Line ${finding.start.line}:`)
    line.setAttribute('role', 'img')
    say.addEventListener('click', () => this.#actions.show(finding.fingerprint, false))
    say.addEventListener('focus', () => {
      if (this.#isWalking) this.#actions.show(finding.fingerprint, true)
    })
    const more = made('div', 'more')
    for (const place of otherPlaces(finding)) more.append(made('p', 'place', place))
    const row = made('div', 'row')
    finding.suggestions.forEach((suggestion, index) => {
      const act = button('act', suggestionLabel(suggestion))
      act.addEventListener('click', () => this.#actions.follow(finding.fingerprint, index))
      row.append(act)
    })
    row.append(made('span', 'grow'), pageLink(finding))
    more.append(row)
    entry.append(say, more)
    return entry
  }

  #says(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('.say')]
  }

  #focusedIndex(): number {
    const entry = document.activeElement?.closest('.finding')
    return entry ? [...this.#list.querySelectorAll('.finding')].indexOf(entry) : -1
  }

  /** Arrow keys walk through the findings, and the draft shows each. */
  #walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.classList.contains('say')) return
    const says = this.#says()
    const next = says[says.indexOf(event.target) + step]
    if (!next) return
    event.preventDefault()
    this.#isWalking = true
    next.focus()
    this.#isWalking = false
  }
}

const FORMAT_NAMES = {
  text: 'plain text',
  markdown: 'Markdown',
  mdx: 'MDX',
  html: 'HTML',
  ninjs: 'ninjs',
  feed: 'a feed',
  nitf: 'NITF',
  newsml: 'NewsML-G2',
  wordpress: 'an export of WordPress',
} as const

function section(heading: string, kind: string, entries: readonly HTMLElement[], left: number): HTMLElement {
  const made_ = made('section', kind)
  const list = made('ol', '')
  list.append(...entries)
  const title = made('h3', '', heading)
  title.append(made('span', 'number', String(entries.length + Math.max(0, left))))
  made_.append(title, list)
  if (left > 0) made_.append(made('p', 'place', `And ${left} more.`))
  return made_
}

function pageLink({ rule, title }: PlacedFinding['finding']): HTMLElement {
  const link = document.createElement('a')
  link.className = 'page'
  link.href = `rules/${rule}.html`
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = title
  link.setAttribute('aria-label', `${title}: about this rule (new tab)`)
  return link
}

function button(className: string, text: string): HTMLButtonElement {
  const made_ = document.createElement('button')
  made_.type = 'button'
  made_.className = className
  made_.textContent = text
  return made_
}

function made(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name)
  if (className !== '') element.className = className
  element.textContent = text
  return element
}

/** A part of the page. */
function part(id: string): HTMLElement {
  return document.getElementById(id)!
}
