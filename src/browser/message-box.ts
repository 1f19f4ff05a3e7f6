/** Shows a finding's message with its other places; of the copy only text gets into the page, never markup. */
import type { Finding } from '../check/finding.ts'
import { reportedPlaces } from '../check/wording/reported-places.ts'
import { sentence } from '../check/wording/sentence.ts'
import { visibleText } from './visible-text.ts'

// More places than these don't help to find the mistake.
const MOST_PLACES = 4

/**
 * An element that says what a finding says.
 * @param page The address of the rule's page, where there is one.
 */
export function messageBox(finding: Finding, page: string | undefined): HTMLElement {
  const { message, rule, title } = finding
  const related = reportedPlaces(finding)
  const box = element('div', 'copydesk-message')
  box.append(element('p', 'copydesk-words', sentence(visibleText(message))))
  if (related.length > 0) {
    const list = element('ul', 'copydesk-places')
    for (const { message: note, start } of related.slice(0, MOST_PLACES))
      list.append(element('li', '', sentence(visibleText(`Line ${start.line}: ${note}`))))
    if (related.length > MOST_PLACES) list.append(element('li', '', `And ${related.length - MOST_PLACES} more.`))
    box.append(list)
  }
  const name = page === undefined ? element('span', 'copydesk-rule', title) : link(page, title)
  name.title = rule
  box.append(name)
  return box
}

function link(address: string, text: string): HTMLElement {
  const anchor = document.createElement('a')
  anchor.className = 'copydesk-rule'
  anchor.href = address
  anchor.target = '_blank'
  anchor.rel = 'noopener noreferrer'
  anchor.textContent = text
  return anchor
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}
