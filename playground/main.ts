/** The playground: a draft at the left, what the desk says of it at the right, and nothing that leaves the page. */
import { EditorView } from '@codemirror/view'
import samples from 'playground:samples'
import { CheckRefused, createChecker, WorkerLost, type Finding } from '../src/browser/checker.ts'
import { copydesk, findingsIn, followSuggestion, recheck, showFinding } from '../src/browser/codemirror.ts'
import type { BrowserOptions, BrowserReport } from '../src/browser/messages.ts'
import { DecodeError, decodeBytes } from '../src/readers/bytes/decode-bytes.ts'
import { COPY_KINDS, type CalendarDay, type CopyKind, type Format } from '../src/copy/index.ts'
import { draftIn, fragmentOf, LONG_LINK, LONGEST_LINK, type Draft } from './draft-link.ts'
import { createEditor } from './editor.ts'
import { FindingsList } from './findings-list.ts'
import { startWorker } from './start-worker.ts'
import { setUpTheme } from './theme.ts'

const DELAY = 250
const MOST_BYTES = 4_000_000
const FIRST_SAMPLE = 'spun-company-story.txt'

const byId = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind
const sample = byId<HTMLSelectElement>('sample')
const format = byId<HTMLSelectElement>('format')
const kind = byId<HTMLSelectElement>('kind')
const date = byId<HTMLInputElement>('date')
const config = byId<HTMLTextAreaElement>('config')
const file = byId<HTMLInputElement>('file')
const house = byId('house')
const notice = byId('notice')
const problem = byId('config-problem')

/** What is known of the draft besides its text. */
let path: string | undefined
let lineEnd: '\r\n' | undefined

const checker = createChecker(startWorker)
const view = createEditor(byId('editor'), [
  copydesk(checker, {
    delay: DELAY,
    options,
    onReport: showReport,
    onFailure: showFailure,
    pageOf: (rule) => `rules/${rule}.html`,
  }),
  EditorView.updateListener.of((update) => {
    if (update.selectionSet || update.docChanged) markCurrent()
  }),
])
const list = new FindingsList({
  show: (fingerprint, stay) => {
    const finding = findingOf(fingerprint)
    if (finding) showFinding(finding)(view)
    if (!stay) view.focus()
  },
  follow: (fingerprint, index) => {
    const suggestion = findingOf(fingerprint)?.suggestions[index]
    if (suggestion && followSuggestion(suggestion)(view)) recheck(view)
    else tell('The draft has changed there; nothing was edited.')
  },
  lineOf: (offset) => view.state.doc.lineAt(Math.min(offset, view.state.doc.length)).number,
})

/** A finding of the last report; the list may have been made for one before it, which said the same. */
function findingOf(fingerprint: string): Finding | undefined {
  return findingsIn(view.state).find(({ finding }) => finding.fingerprint === fingerprint)?.finding
}

function options(): BrowserOptions {
  return {
    path,
    format: (format.value || undefined) as Format | undefined,
    kind: (kind.value || undefined) as CopyKind | undefined,
    date: dayIn(date.value),
    config: config.value,
  }
}

function dayIn(value: string): CalendarDay | undefined {
  const [year, month, day] = value.split('-').map(Number)
  return year && month && day ? { year, month, day } : undefined
}

function showReport(report: BrowserReport): void {
  problem.textContent = ''
  config.removeAttribute('aria-invalid')
  list.show(report, findingsIn(view.state))
  markCurrent()
  // For whoever measures: what the report says stands on the page.
  performance.mark('copydesk-report')
}

function showFailure(error: Error): void {
  list.fail()
  if (error instanceof CheckRefused) {
    problem.textContent = `${error.line === undefined ? '' : `Line ${error.line}: `}${error.message}.`
    config.setAttribute('aria-invalid', 'true')
    openHouse(true)
  } else {
    tell(
      error instanceof WorkerLost
        ? `${error.message}. It starts again with the next change.`
        : `The check failed: ${error.message}`,
    )
  }
}

/** Marks in the list what the cursor stands in; a cursor that nobody has set stands nowhere. */
function markCurrent(): void {
  const { from, to, empty } = view.state.selection.main
  const isSet = view.hasFocus || !empty
  list.mark(isSet ? findingsIn(view.state).find((at) => from >= at.from && to <= at.to) : undefined, isSet)
}

function tell(message: string): void {
  notice.hidden = message === ''
  notice.textContent = message
}

/** Puts a draft on the sheet; what stood there comes back by undo. */
function lay(draft: Draft): void {
  path = draft.path
  lineEnd = draft.lineEnd
  format.value = draft.format ?? ''
  kind.value = draft.kind ?? ''
  date.value = draft.date ?? ''
  if (draft.config !== undefined) config.value = draft.config
  // A value that the page doesn't offer leaves its list with none.
  for (const choice of [format, kind]) if (choice.selectedIndex < 0) choice.value = ''
  if (draft.kind || draft.date || draft.config) openHouse(true)
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: view.state.toText(draft.text) },
    selection: { anchor: 0 },
    scrollIntoView: true,
  })
  tell('')
  recheck(view)
}

function draft(): Draft {
  const text = view.state.doc.toString()
  return {
    text: lineEnd ? text.replaceAll('\n', lineEnd) : text,
    lineEnd,
    format: format.value || undefined,
    path,
    kind: kind.value || undefined,
    date: date.value || undefined,
    config: config.value || undefined,
  }
}

function laySample(name: string): void {
  const found = samples.find((one) => one.name === name)
  if (found) lay({ text: found.text, path: found.name })
}

async function layFile(given: File): Promise<void> {
  if (given.size > MOST_BYTES) return tell(`“${given.name}” is too big for a page; check it with the command.`)
  try {
    const { text } = decodeBytes(new Uint8Array(await given.arrayBuffer()))
    sample.value = ''
    return lay({ text, path: given.name, lineEnd: text.includes('\r\n') ? '\r\n' : undefined })
  } catch (error) {
    return tell(error instanceof DecodeError ? `“${given.name}” ${error.message}.` : `“${given.name}” can’t be read.`)
  }
}

async function layLinked(): Promise<boolean> {
  try {
    const linked = await draftIn(location.hash)
    if (linked) lay(linked)
    return linked !== undefined
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    return false
  }
}

async function copyLink(): Promise<void> {
  const fragment = await fragmentOf(draft())
  if (fragment.length > LONGEST_LINK) return tell('This draft is too long for a link; send its file instead.')
  // Not by location.hash: the page would load what it shows already.
  history.replaceState(null, '', fragment)
  const long =
    fragment.length > LONG_LINK
      ? ` It has ${fragment.length.toLocaleString('en')} characters; some programs cut links as long as that.`
      : ''
  try {
    await navigator.clipboard.writeText(location.href)
    tell(`The link is copied. Whoever has it has the draft.${long}`)
  } catch {
    tell(`The link stands in the address bar. Whoever has it has the draft.${long}`)
  }
}

function openHouse(open: boolean): void {
  house.hidden = !open
  byId('rules').setAttribute('aria-expanded', String(open))
}

function setUpControls(): void {
  sample.append(...samples.map(({ name }) => new Option(name.replace(/\.\w+$/, '').replaceAll('-', ' '), name)))
  kind.append(...COPY_KINDS.map((one) => new Option(one.replaceAll('-', ' '), one)))
  sample.addEventListener('change', () => laySample(sample.value))
  for (const choice of [format, kind, date]) choice.addEventListener('change', () => recheck(view))
  let timer: ReturnType<typeof setTimeout> | undefined
  config.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => recheck(view), DELAY)
  })
  byId('empty').addEventListener('click', () => {
    sample.value = ''
    lay({ text: '' })
    view.focus()
  })
  byId('link').addEventListener('click', () => void copyLink())
  byId('rules').addEventListener('click', () => {
    openHouse(house.hidden !== false)
    if (!house.hidden) config.focus()
  })
  file.addEventListener('change', () => {
    const [given] = file.files ?? []
    if (given) void layFile(given)
    file.value = ''
  })
  for (const type of ['dragover', 'drop'] as const) {
    addEventListener(
      type,
      (event) => {
        const [given] = event.dataTransfer?.files ?? []
        if (type === 'dragover' ? !event.dataTransfer?.types.includes('Files') : !given) return
        event.preventDefault()
        event.stopPropagation()
        if (given) void layFile(given)
      },
      { capture: true },
    )
  }
  for (const skip of document.querySelectorAll<HTMLAnchorElement>('.skip')) {
    skip.addEventListener('click', (event) => {
      // The fragment is the draft's; a skip link must not take its place.
      event.preventDefault()
      const id = skip.hash.slice(1)
      if (id === 'draft') view.focus()
      else byId(id).focus()
    })
  }
  addEventListener('hashchange', () => void layLinked())
}

async function layFirst(): Promise<void> {
  if ((await layLinked()) || notice.textContent !== '') return
  laySample(FIRST_SAMPLE)
  sample.value = FIRST_SAMPLE
}

setUpTheme(byId('theme'))
setUpControls()
void layFirst()
