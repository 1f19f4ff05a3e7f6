/**
 * What the published schemas of some formats say of the parts that Copydesk writes, in words of our own and closed: a
 * key that isn't named here is a mistake. Checked by hand against the originals, which are named with each.
 */

type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string' } as const
const count = (minimum: number): Schema => ({ type: 'integer', minimum })
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const listOf = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, ...more })
const closed = (
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

const LEVEL: Schema = { enum: ['none', 'note', 'warning', 'error'] }
// RFC 3986: only these may stand in a reference as they are; what is percent-encoded is so in full.
const URI_REFERENCE: Schema = {
  type: 'string',
  pattern: "^(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@/?#\\[\\]]|%[0-9A-Fa-f]{2})*$",
}

/** SARIF 2.1.0: OASIS, sarif-schema-2.1.0.json (errata 01). */
export const SARIF: Schema = {
  ...closed({ version: { const: '2.1.0' }, runs: listOf(ref('run')) }, { $schema: URI_REFERENCE }),
  $defs: {
    run: closed(
      { tool: closed({ driver: ref('driver') }), results: listOf(ref('result')) },
      {
        invocations: listOf(
          closed(
            { executionSuccessful: { type: 'boolean' } },
            { toolExecutionNotifications: listOf(ref('notification')) },
          ),
        ),
        columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
        newlineSequences: listOf(text, { minItems: 1, uniqueItems: true }),
        artifacts: listOf(closed({}, { location: ref('artifactLocation') }), { uniqueItems: true }),
      },
    ),
    driver: closed(
      { name: text },
      { version: text, semanticVersion: text, rules: listOf(ref('rule'), { uniqueItems: true }) },
    ),
    rule: closed(
      { id: text },
      {
        shortDescription: ref('manyFormats'),
        fullDescription: ref('manyFormats'),
        help: ref('manyFormats'),
        defaultConfiguration: closed({}, { level: LEVEL }),
        properties: ref('bag'),
      },
    ),
    bag: closed({}, { tags: listOf(text, { uniqueItems: true }) }),
    manyFormats: closed({ text }, { markdown: text }),
    message: closed({ text }),
    result: closed(
      { message: ref('message') },
      {
        ruleId: text,
        ruleIndex: count(-1),
        level: LEVEL,
        locations: listOf(ref('location')),
        relatedLocations: listOf(ref('location'), { uniqueItems: true }),
        partialFingerprints: { type: 'object', additionalProperties: text },
        fixes: listOf(ref('fix'), { uniqueItems: true }),
      },
    ),
    notification: closed(
      { message: ref('message') },
      { level: LEVEL, locations: listOf(ref('location'), { uniqueItems: true }) },
    ),
    location: closed({}, { id: count(-1), physicalLocation: ref('physicalLocation'), message: ref('message') }),
    physicalLocation: closed({ artifactLocation: ref('artifactLocation') }, { region: ref('region') }),
    artifactLocation: closed({}, { uri: URI_REFERENCE, uriBaseId: text, index: count(-1) }),
    region: closed({}, { startLine: count(1), startColumn: count(1), endLine: count(1), endColumn: count(1) }),
    fix: closed(
      { artifactChanges: listOf(ref('artifactChange'), { minItems: 1, uniqueItems: true }) },
      { description: ref('message') },
    ),
    artifactChange: closed({
      artifactLocation: ref('artifactLocation'),
      replacements: listOf(ref('replacement'), { minItems: 1 }),
    }),
    replacement: closed({ deletedRegion: ref('region') }, { insertedContent: closed({ text }) }),
  },
}

/**
 * GitLab’s Code Quality: gitlabhq, app/validators/json_schemas/codeclimate.json; the severities are those of its
 * documentation.
 */
export const GITLAB: Schema = listOf(
  closed({
    description: text,
    check_name: text,
    fingerprint: text,
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: closed({ path: text, lines: closed({ begin: count(1) }, { end: count(1) }) }),
  }),
  { uniqueItems: true },
)

const RDF_DEFINITIONS: Schema = {
  diagnostic: closed(
    { message: text, location: closed({ path: text }, { range: ref('range') }) },
    {
      severity: { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] },
      source: ref('source'),
      code: closed({ value: text }, { url: text }),
      suggestions: listOf(closed({ range: ref('range'), text })),
    },
  ),
  source: closed({ name: text }, { url: text }),
  range: closed({ start: ref('position') }, { end: ref('position') }),
  position: closed({}, { line: count(1), column: count(1) }),
}

/** A diagnostic of reviewdog, a line of rdjsonl: reviewdog, proto/rdf/jsonschema/Diagnostic.json. */
export const RDJSONL_LINE: Schema = { ...ref('diagnostic'), $defs: RDF_DEFINITIONS }

/** Reviewdog’s rdjson: proto/rdf/jsonschema/DiagnosticResult.json. */
export const RDJSON: Schema = {
  ...closed({ diagnostics: listOf(ref('diagnostic')) }, { source: ref('source') }),
  $defs: RDF_DEFINITIONS,
}
