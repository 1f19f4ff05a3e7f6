import { describe, expect, it } from 'vitest'
import { readRulePage } from './rule-page.ts'

const page = (section: string, body: string): string => `# lost-comma\n\nOne\nsentence.\n\n## ${section}\n\n${body}\n`

describe('a rule’s page', () => {
  it('gives its title, its summary on one line, and its sections', () => {
    const read = readRulePage(
      '# lost-comma\n\nFinds a comma\nthat is lost.\n\n## Why\n\nBecause.\n\n### A detail\n\nMore.\n\n## Options\n\nNone.\n',
    )
    expect(read.title).toBe('lost-comma')
    expect(read.summary).toBe('Finds a comma that is lost.')
    expect(read.sections).toEqual([
      { name: 'Why', body: 'Because.\n\n### A detail\n\nMore.' },
      { name: 'Options', body: 'None.' },
    ])
  })

  it('gives each example with its line, marks and messages', () => {
    const [example] = readRulePage(
      page('Flagged', '```copy\nOne [[two]] [[three]].\n\nFour.\n```\n\n> error: Two.\n> Three: a colon.'),
    ).examples
    expect(example).toMatchObject({
      section: 'Flagged',
      language: 'copy',
      line: 8,
      text: 'One two three.\n\nFour.',
      messages: [
        { severity: 'error', message: 'Two.', edits: undefined },
        { severity: undefined, message: 'Three: a colon.', edits: undefined },
      ],
      date: undefined,
      names: undefined,
      kind: undefined,
      options: {},
      noVariants: undefined,
    })
  })

  it('reads what the info string says', () => {
    const info =
      'draft date=2020-07-18 options={"words":["T K","XX"]} names=["Xiaomi",{"name":"U.S.","aliases":["US"]}] no-variants="quotes matter"'
    expect(readRulePage(page('Allowed', `\`\`\`\`${info}\nFine.\n\`\`\`\``)).examples[0]).toMatchObject({
      language: 'draft',
      date: { year: 2020, month: 7, day: 18 },
      options: { words: ['T K', 'XX'] },
      names: [{ name: 'Xiaomi' }, { name: 'U.S.', aliases: ['US'] }],
      noVariants: 'quotes matter',
    })
  })

  it('says all edits of its examples, and cases those that they want to', () => {
    const body =
      '```copy\n[[One]] [[two]].\n```\n\n> error: Three\n> - Write “four (4)” (likely)\n> - Five (idea)\n> Six'
    const edits = [
      { title: 'Write “four (4)”', grade: 'likely' },
      { title: 'Five', grade: 'idea' },
    ]
    expect(readRulePage(page('Examples', body)).examples[0]!.messages.map((message) => message.edits)).toEqual([
      edits,
      [],
    ])
    expect(readRulePage(page('Flagged', body)).examples[0]!.messages.map((message) => message.edits)).toEqual([
      edits,
      undefined,
    ])
  })

  it('counts its words', () => {
    expect(readRulePage('# lost-comma\n\nOne “two”.\n').words).toBe(4)
  })

  it('may show a config under “Options” that is not run', () => {
    expect(readRulePage(page('Options', '```yaml\nrules: {}\n```')).examples).toEqual([])
  })

  it.each([
    ['Flagged', '```copy\nNothing marked.\n```', 'line 8: an example under “Flagged” marks'],
    ['Flagged', '```copy\n[[One]].\n```', 'line 8: 1 marks need as many “> message” lines'],
    ['Flagged', '```copy\n[[One]].\n```\n\n> One.\n> Two.', 'there are 2'],
    ['Flagged', '```copy\n[[One].\n```\n\n> One.', 'line 8: a mark [[ is never closed'],
    ['Flagged', '```copy\n[[One]].\n```\n\n> - One', 'line 8: “- One” is no message'],
    ['Flagged', '```copy\n[[One]].\n```\n\n> One.\n> - Two (sure)', 'line 8: “- Two (sure)” is no edit'],
    ['Examples', '```copy\nOne.\n```', 'line 8: an example under “Examples” marks'],
    ['Flagged', '> One.', 'line 8: this message stands beneath no example'],
    ['Allowed', '```copy\n[[One]].\n```', 'has neither marks nor messages'],
    ['Allowed', '```text\nOne.\n```', '“text” is none of copy, draft, markdown, html'],
    ['Allowed', '```copy dat=2020-07-18\nOne.\n```', '“dat=2020-07-18” is not understood'],
    ['Allowed', '```copy date=18/7/2020\nOne.\n```', 'date=18/7/2020 is not of the form'],
    ['Allowed', '```copy options=["TK"]\nOne.\n```', 'options takes a JSON object'],
    ['Allowed', '```copy options={"words":\nOne.\n```', 'is not JSON'],
    ['Allowed', '```copy no-variants\nOne.\n```', '“no-variants” is not understood'],
    ['Allowed', '```copy no-variants=""\nOne.\n```', 'takes its reason'],
  ])('says what is wrong under “%s”: %j', (section, body, problem) => {
    expect(() => readRulePage(page(section, body))).toThrow(problem)
  })
})
