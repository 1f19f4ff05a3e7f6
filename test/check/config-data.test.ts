/** Tests that the data of config files is read as it stands, and that each part's line is known. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DataError } from '../../src/check/config/data.ts'
import { readJson } from '../../src/check/config/json-data.ts'
import { readYaml } from '../../src/check/config/yaml-data.ts'
import type { DataPath } from '../../src/check/config/config.ts'
import { runs } from '../runs.ts'

/** All paths that lead somewhere in some data. */
function pathsIn(data: unknown): DataPath[] {
  if (typeof data !== 'object' || data === null) return [[]]
  return [
    [],
    ...Object.entries(data).flatMap(([key, value]) =>
      pathsIn(value).map((path) => [Array.isArray(data) ? Number(key) : key, ...path]),
    ),
  ]
}

describe('the lines of data', () => {
  test('are the same for JSON read as JSON and as YAML, wherever a path leads', () => {
    const key = fc.constantFrom('a', 'rules', 'self-reference', '7', 'a"b\\', '}', '[,]', 'ü', '\u2028', '__proto__')
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('x', 'a: b', '{', '', 7, -1.5e3, true, null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(value, fc.constantFrom(2, '\t', 0), (data, indent) => {
        const text = JSON.stringify(data, null, indent)
        const json = readJson(text)
        const yaml = readYaml(text)
        expect(json.value).toEqual(JSON.parse(text))
        expect(JSON.stringify(yaml.value)).toBe(JSON.stringify(json.value))
        for (const path of pathsIn(data)) {
          expect([path, yaml.lineOf(path)]).toEqual([path, json.lineOf(path)])
          expect(yaml.lineOf([...path, 'missing'])).toBe(json.lineOf([...path, 'missing']))
        }
      }),
      { numRuns: runs(200, 10_000) },
    )
  })

  test('count LF and CRLF', () => {
    expect(readJson('{\n"a":\n[1,\n2]}').lineOf(['a', 1])).toBe(4)
    expect(readJson('{\r\n"a":\r\n[1,\r\n2]}').lineOf(['a', 1])).toBe(4)
  })

  test('point at the last of two equal keys of JSON, which is the one that counts', () => {
    const data = readJson('{"a": 1,\n"a": 2}')
    expect([data.value, data.lineOf(['a'])]).toEqual([{ a: 2 }, 2])
  })

  test('are found in JSON however deep a part is that lies before them', () => {
    const data = readJson(`{"deep": ${'['.repeat(200_000)}${']'.repeat(200_000)},\n"a": 1}`)
    expect(data.lineOf(['a'])).toBe(2)
  })
})

describe('YAML', () => {
  test('is plain data: words stay words, and no key reaches the prototype', () => {
    const { value } = readYaml(
      'on: off\nday: 2024-05-04\nnumber: 0x1F\nyes: no\n__proto__: {polluted: true}\n<<: {merged: true}\n',
    )
    expect(value).toMatchObject({ on: 'off', day: '2024-05-04', number: 31, yes: 'no', '<<': { merged: true } })
    expect(Object.keys(value as object)).toContain('__proto__')
    expect((value as { polluted?: unknown }).polluted).toBeUndefined()
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test.each([
    ['two documents', 'a: 1\n---\nb: 2\n', 2],
    ['a tag', 'a: !!binary aGk=\n', 1],
    ['a tag of its own', 'a: 1\nb: !house x\n', 2],
    ['an alias', 'a: &x 1\nb: *x\n', 2],
    ['an alias without an anchor', 'b: *x\n', 1],
    ['a tab that indents', 'a:\n\tb: 1\n', 2],
  ])('with %s is refused, by its line', (_, text, line) => {
    let thrown: unknown
    try {
      readYaml(text)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(DataError)
    expect((thrown as DataError).line).toBe(line)
    expect((thrown as DataError).message).not.toContain('\n')
  })

  test('that is nested without end is refused, not overflowed', () => {
    for (const open of ['[', '{a: ', '- ']) expect(() => readYaml(open.repeat(30_000))).toThrow(DataError)
  })
})
