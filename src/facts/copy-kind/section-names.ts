/** What newsrooms call the sections that their kinds of copy stand in. */
import type { CopyKind } from '../../copy/copy-kind.ts'
import data from './section-names.generated.ts'

const SECTIONS = Object.entries(data.sections) as readonly (readonly [CopyKind, readonly string[]])[]

/** The kind of copy that a section holds, by what the section is called: “Opinion”, “sport/football”. */
export function kindBySection(section: string): CopyKind | undefined {
  const parts = section
    .toLowerCase()
    .split(/ *[/>|,] */)
    .map((part) => part.trim())
  for (const part of parts) {
    const found = SECTIONS.find(([, names]) => names.includes(part))
    if (found) return found[0]
  }
  return undefined
}

// “Review: a quiet play about noise”, but not “Review finds failures at hospital”: a label ends in a sign.
const LABEL = /^(?:The )?([A-Za-z&][A-Za-z& -]{2,22}?)(?: ?[:|] ?| [–—-] )(?=\S)/
const ALONE = /^[A-Za-z&][A-Za-z& -]{2,22}$/
// Sections that stand as labels in headlines of news as well: “Tennis: …” is about it, “Profile: …” and “Release: …”
// may be anything.
const NO_LABELS = new Set(data.noLabels)

/** The kind of copy that a label shows: “OPINION”, or “Live updates” in “Live updates: storm nears the coast”. */
export function kindByLabel(heading: string): CopyKind | undefined {
  const text = heading.trim()
  const label = (LABEL.exec(text)?.[1] ?? (ALONE.test(text) ? text : '')).toLowerCase()
  return label === '' || NO_LABELS.has(label) ? undefined : kindBySection(label)
}
