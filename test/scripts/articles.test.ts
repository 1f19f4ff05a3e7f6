import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { articlesOf, dayOf, readArticles } from '../../scripts/articles.ts'
import { InputError } from '../../scripts/input-error.ts'
import { temporaryFolder } from './temporary-folder.ts'

const rows = (...values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

describe('articles to measure with', () => {
  it('come from drafts and from rows, packed or not, in the order of their paths, with the name of their folder', () => {
    using made = temporaryFolder()
    made.write('wire/b.txt', '\uFEFFFerry returns\n\nThe ferry is back.')
    made.write('wire/c.md', '# Ferry returns\n')
    made.write('wire/notes.pdf', 'no news')
    made.write(
      'archive/a.jsonl.gz',
      gzipSync(
        rows(
          { id: 'x1', date: '2020-07-17', headline: 'Ferry sails', body: 'It sailed.' },
          { body: 'No headline.', date: '2020' },
        ),
      ),
    )
    const found = [...articlesOf(made.path)].map(({ id, folder, text, format, date }) => [
      id.split('/').at(-1),
      folder,
      text,
      format,
      date,
    ])
    expect(found).toEqual([
      ['x1', 'archive', 'Ferry sails\n\nIt sailed.', 'text', '2020-07-17'],
      ['a.jsonl.gz:2', 'archive', 'No headline.', 'text', undefined],
      ['b.txt', 'wire', 'Ferry returns\n\nThe ferry is back.', 'text', undefined],
      ['c.md', 'wire', '# Ferry returns\n', 'markdown', undefined],
    ])
  })

  it('come from pages and sites too, with the name of the folder below the one that was named', () => {
    using made = temporaryFolder()
    made.write('site/blog/2020/07/ferry.mdx', 'The ferry is back.\n')
    made.write('site/pages/ferry.html', '<article><p>The ferry is back.</p></article>')
    made.write('site/index.md', '# Ferry returns\n')
    made.write('site/node_modules/quay/readme.md', '# Quay\n')
    made.write('site/.cache/ferry.md', '# Ferry\n')
    const found = [...articlesOf(join(made.path, 'site'))].map(({ path, folder, format }) => [
      basename(path!),
      folder,
      format,
    ])
    expect(found).toEqual([
      ['ferry.mdx', 'blog', 'mdx'],
      ['index.md', 'site', 'markdown'],
      ['ferry.html', 'pages', 'html'],
    ])
    expect([...articlesOf(join(made.path, 'site/blog/2020'))].map(({ folder }) => folder)).toEqual(['07'])
    expect([...articlesOf(join(made.path, 'site/index.md'))].map(({ folder }) => folder)).toEqual(['site'])
    expect(readArticles(made.path)).toEqual(['# Ferry returns\n'])
  })

  it('have a day only where the calendar has it', () => {
    using made = temporaryFolder()
    const [article] = articlesOf(made.write('a.jsonl', rows({ body: 'The story.', date: '2020-02-30' })))
    expect(dayOf(article!)).toBeUndefined()
    expect(dayOf({ ...article!, date: '2020-02-29' })).toEqual({ year: 2020, month: 2, day: 29 })
    expect(dayOf({ ...article!, date: undefined })).toBeUndefined()
  })

  it('name the row that has no body, and go on', () => {
    using made = temporaryFolder()
    const path = made.write('a.jsonl', rows({ headline: 'Only this' }, { body: 'The story.' }))
    const leftOut: string[] = []
    expect([...articlesOf(path, (place) => leftOut.push(place))]).toHaveLength(1)
    expect(leftOut).toEqual([`${path}, line 1`])
  })

  it.each([
    ['a.jsonl', '{"body": "The story."}\n{"body": ', 'a.jsonl, line 2: this row isn’t JSON'],
    ['a.jsonl', '\nnull\n', 'a.jsonl, line 2: this row isn’t a JSON object'],
    ['a.jsonl', '["The story."]\n', 'a.jsonl, line 1: this row isn’t a JSON object'],
    ['a.jsonl.gz', 'not packed', 'a.jsonl.gz can’t be unpacked'],
  ])('refuse %s with %j', (name, content, message) => {
    using made = temporaryFolder()
    const path = made.write(name, content)
    expect(() => [...articlesOf(path)]).toThrow(InputError)
    expect(() => [...articlesOf(path)]).toThrow(message)
  })

  it('refuse a folder that isn’t there', () => {
    expect(() => [...articlesOf('/no/such/folder')]).toThrow(
      new InputError('there is no file or folder “/no/such/folder”'),
    )
  })
})
