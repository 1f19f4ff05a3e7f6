/** Checks a value against a JSON Schema, strictly: an unknown keyword throws. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

type Schema = Readonly<Record<string, unknown>>

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
const compiled = new WeakMap<Schema, ValidateFunction>()

/** What is wrong with a value: a line a problem, each with its path. Empty where the schema allows it. */
export function schemaProblems(schema: Schema, value: unknown): readonly string[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema)
  compiled.set(schema, validate)
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [`$${instancePath}`, message, JSON.stringify(params)].join(' '),
  )
}
