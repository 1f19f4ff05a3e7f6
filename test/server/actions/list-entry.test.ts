/** What a list with one more entry looks like: all else stays as somebody wrote it. */
import { describe, expect, test } from 'vitest'
import { withListEntry } from '../../../src/server/actions/list-entry.ts'

describe('an entry comes at the end of a list', () => {
  test.each<readonly [string, string, string | undefined, unknown, string]>([
    ['in no file yet', '', 'ignore', { rule: 'a', reason: 'b' }, 'ignore:\n  - rule: a\n    reason: b\n'],
    ['in a file of comments', '# desk\n', 'names', 'A', '# desk\nnames:\n  - A\n'],
    [
      'with comments on its lines, and in the file’s own indentation',
      'names:\n- A  # one\n- B # two\nrules: {}\n',
      'names',
      'C: D',
      'names:\n- A  # one\n- B # two\n- "C: D"\nrules: {}\n',
    ],
    [
      'with blank lines',
      'names:\n    - A\n\n    - B\n\n# rules\nrules: {}\n',
      'names',
      'No',
      'names:\n    - A\n\n    - B\n    - No\n\n# rules\nrules: {}\n',
    ],
    ['in brackets', 'names: [A,B]\nx: 1\n', 'names', 'C, D', 'names: [A,B, "C, D"]\nx: 1\n'],
    ['in empty brackets', 'names: []\r\n', 'names', 'C D', 'names: [C D]\r\n'],
    [
      'of CRLF lines',
      'names:\r\n  - A\r\n# c\r\n',
      'names',
      { name: 'C', aliases: ['D'] },
      'names:\r\n  - A\r\n  - name: C\r\n    aliases:\r\n      - D\r\n# c\r\n',
    ],
    ['that is only begun', 'names: # the desk\nrules: {}\n', 'names', 'A', 'names: # the desk\n  - A\nrules: {}\n'],
    ['without a last line end', '- A\n- {name: B}', undefined, 'C', '- A\n- {name: B}\n- C'],
    [
      'behind a text of lines',
      '- name: A\n  note: |\n    long\n    text\n',
      undefined,
      'C',
      '- name: A\n  note: |\n    long\n    text\n- C\n',
    ],
    ['under a key of its own', 'rules:\n  a: off', 'names', 'C', 'rules:\n  a: off\nnames:\n  - C\n'],
    ['before the end of a document', '--- \nrules: {}\n...\n', 'names', 'C', '---\nrules: {}\nnames:\n  - C\n...\n'],
    ['that would be taken for something else', '- A\n', undefined, '1984', '- A\n- "1984"\n'],
  ])('%s', (_, before, key, entry, after) => {
    expect(withListEntry(before, key, entry, 'yaml')).toBe(after)
  })

  test.each<readonly [string, string, string | undefined, unknown, string]>([
    ['on one line', '{"names": ["A"], "x": {}}', 'names', 'C', '{"names": ["A", "C"], "x": {}}'],
    [
      'under a key of its own',
      '{\n\t"rules": {"x": "off"}\n}\n',
      'names',
      'C',
      '{\n\t"rules": {"x": "off"},\n\t"names": ["C"]\n}\n',
    ],
    [
      'on a line each',
      '{\r\n  "names": [\r\n    "A"\r\n  ]\r\n}\r\n',
      'names',
      { name: 'C' },
      '{\r\n  "names": [\r\n    "A",\r\n    {"name":"C"}\r\n  ]\r\n}\r\n',
    ],
    ['in nothing', '{}', 'names', 'C', '{"names": ["C"]}'],
    ['in no file yet', '', undefined, 'C', '[\n  "C"\n]\n'],
    ['in a list', '["A"]\n', undefined, 'C “D”', '["A", "C “D”"]\n'],
  ])('in JSON: %s', (_, before, key, entry, after) => {
    expect(withListEntry(before, key, entry, 'json')).toBe(after)
  })

  test.each<readonly [string, string, string | undefined, 'yaml' | 'json']>([
    ['a name of a file', 'names: names.yml\n', 'names', 'yaml'],
    ['an alias', 'a: *x\n', 'names', 'yaml'],
    ['a broken file', '[1', 'names', 'yaml'],
    ['a list where keys are wanted', '- a\n', 'names', 'yaml'],
    ['keys where a list is wanted', 'a: b\n', undefined, 'yaml'],
    ['broken JSON', '{"a": ', 'names', 'json'],
    ['JSON with comments', '{"names": [] // c\n}', 'names', 'json'],
    ['a text', '"a"', 'names', 'json'],
  ])('but nowhere in %s', (_, before, key, format) => {
    expect(withListEntry(before, key, 'C', format)).toBeUndefined()
  })
})
