/** Which elements and attributes the XML of some formats may have, and in which order. */
import type { XmlElement } from '../strict-xml.ts'

/** What may stand in an element: children in this order, attributes, and whether text. */
interface Shape {
  readonly children?: readonly string[]
  readonly required?: readonly string[]
  readonly optional?: readonly string[]
  readonly text?: boolean
}

/** Elements by their names, the root first. */
export type Vocabulary = Readonly<Record<string, Shape>>

const OUTCOME: Shape = { optional: ['type', 'message'], text: true }

/** JUnit as Jenkins reads it: junit-4.xsd of dtkit, which JUnit 5 has as jenkins-junit.xsd. */
export const JUNIT: Vocabulary = {
  testsuites: { children: ['testsuite'], optional: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'] },
  testsuite: {
    children: ['properties', 'testcase', 'system-out', 'system-err'],
    required: ['name', 'tests'],
    optional: ['failures', 'errors', 'time', 'disabled', 'skipped', 'timestamp', 'hostname', 'id', 'package'],
  },
  testcase: {
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    required: ['name'],
    optional: ['assertions', 'time', 'classname', 'status'],
  },
  error: OUTCOME,
  failure: OUTCOME,
  skipped: { text: true },
  'system-out': { text: true },
  'system-err': { text: true },
}

/** Checkstyle’s own report, of which there is no schema: what its XMLLogger writes. */
export const CHECKSTYLE: Vocabulary = {
  checkstyle: { children: ['file'], required: ['version'] },
  file: { children: ['error'], required: ['name'] },
  error: { required: ['line', 'severity', 'message', 'source'], optional: ['column'] },
}

/** How a document breaks a vocabulary, a line a problem. */
export function vocabularyProblems(vocabulary: Vocabulary, root: XmlElement): readonly string[] {
  const expected = Object.keys(vocabulary)[0]
  return [
    ...(root.name === expected ? [] : [`the root is <${root.name}>, not <${expected}>`]),
    ...elementProblems(vocabulary, root),
  ]
}

function elementProblems(vocabulary: Vocabulary, { name, attributes, children, text }: XmlElement): readonly string[] {
  const { children: order = [], required = [], optional = [], text: hasText } = vocabulary[name] ?? {}
  const places = children.map((child) => order.indexOf(child.name))
  return [
    ...(Object.hasOwn(vocabulary, name) ? [] : [`<${name}> is unknown`]),
    ...required.filter((key) => !Object.hasOwn(attributes, key)).map((key) => `<${name}> lacks ${key}`),
    ...Object.keys(attributes)
      .filter((key) => !required.includes(key) && !optional.includes(key))
      .map((key) => `<${name}> has an unknown ${key}`),
    ...children.filter((_, index) => places[index] === -1).map((child) => `<${child.name}> in <${name}>`),
    ...(places.every((place, index) => index === 0 || place >= places[index - 1]!)
      ? []
      : [`the children of <${name}> are out of order`]),
    ...(hasText || text.trim() === '' ? [] : [`text in <${name}>`]),
    ...children.flatMap((child) => elementProblems(vocabulary, child)),
  ]
}
