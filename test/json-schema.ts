/**
 * Checks a value against a JSON Schema, as much of it as the schemas of this project use; an unknown keyword throws.
 */

type Schema = Readonly<Record<string, unknown>>

const SILENT: ReadonlySet<string> = new Set(['$comment', '$schema', '$defs', 'title', 'description', 'default'])

/** What is wrong with a value: a line a problem, each with its path. Empty where the schema allows it. */
export function schemaProblems(schema: Schema, value: unknown): readonly string[] {
  const root = schema

  const check = (part: Schema, at: string, one: unknown): string[] =>
    Object.keys(part)
      .filter((keyword) => !SILENT.has(keyword))
      .flatMap((keyword) => checkKeyword(part, keyword, at, one))

  const checkKeyword = (part: Schema, keyword: string, at: string, one: unknown): string[] => {
    const limit = part[keyword]
    switch (keyword) {
      case '$ref':
        return check(resolve(root, limit as string), at, one)
      case 'type':
        return [limit].flat().some((type) => isOfType(one, type as string))
          ? []
          : [`${at} is no ${[limit].flat().join(' or ')}`]
      case 'const':
        return one === limit ? [] : [`${at} is not ${String(limit)}`]
      case 'enum':
        return (limit as unknown[]).includes(one) ? [] : [`${at} is none of ${(limit as unknown[]).join(', ')}`]
      case 'anyOf': {
        const problems = (limit as Schema[]).map((choice) => check(choice, at, one))
        return problems.some((choice) => choice.length === 0)
          ? []
          : [`${at} fits nothing: ${problems.flat().join('; ')}`]
      }
      case 'minimum':
        return typeof one !== 'number' || one >= (limit as number) ? [] : [`${at} is under ${String(limit)}`]
      case 'maximum':
        return typeof one !== 'number' || one <= (limit as number) ? [] : [`${at} is over ${String(limit)}`]
      case 'pattern':
        return typeof one !== 'string' || new RegExp(limit as string, 'u').test(one)
          ? []
          : [`${at} doesn’t match ${String(limit)}`]
      case 'minItems':
        return !Array.isArray(one) || one.length >= (limit as number) ? [] : [`${at} has too few items`]
      case 'required':
        return isRecord(one)
          ? (limit as string[]).filter((key) => !Object.hasOwn(one, key)).map((key) => `${at} lacks ${key}`)
          : []
      case 'properties':
        return isRecord(one)
          ? Object.entries(limit as Record<string, Schema>).flatMap(([key, property]) =>
              Object.hasOwn(one, key) ? check(property, `${at}.${key}`, one[key]) : [],
            )
          : []
      case 'uniqueItems':
        return !Array.isArray(one)
          || limit !== true
          || new Set(one.map((item) => JSON.stringify(item))).size === one.length
          ? []
          : [`${at} has an item twice`]
      case 'additionalProperties':
        if (isRecord(limit)) {
          const known = (part['properties'] ?? {}) as object
          return isRecord(one)
            ? Object.keys(one)
                .filter((key) => !Object.hasOwn(known, key))
                .flatMap((key) => check(limit, `${at}.${key}`, one[key]))
            : []
        }
        if (limit !== false) break
        return isRecord(one)
          ? Object.keys(one)
              .filter((key) => !Object.hasOwn(part['properties'] as object, key))
              .map((key) => `${at} has an unknown ${key}`)
          : []
      case 'prefixItems':
        return Array.isArray(one)
          ? (limit as Schema[]).flatMap((item, index) =>
              index in one ? check(item, `${at}[${index}]`, one[index]) : [],
            )
          : []
      case 'items': {
        if (!Array.isArray(one)) return []
        const first = (part['prefixItems'] as unknown[] | undefined)?.length ?? 0
        return one
          .slice(first)
          .flatMap((item, index) =>
            limit === false ? [`${at} has too many items`] : check(limit as Schema, `${at}[${first + index}]`, item),
          )
      }
    }
    throw new Error(`the schema uses “${keyword}”, which this test can't check`)
  }

  return check(schema, '$', value)
}

function resolve(root: Schema, ref: string): Schema {
  let part: unknown = root
  for (const key of ref.replace('#/', '').split('/')) part = (part as Schema)[key]
  if (!isRecord(part)) throw new Error(`the schema has no ${ref}`)
  return part
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isRecord(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
