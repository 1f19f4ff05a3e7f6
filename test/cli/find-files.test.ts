/** Tests which files the command checks, by what names, and in which order. */
import { describe, expect, test } from 'vitest'
import { checkout, type Checkout, type World } from './checkout.ts'

const COPY = 'The council met on Monday.\n'

/** The paths of the files that a run checked, in the order of its report. */
async function checked({ run }: Checkout, argv: readonly string[], world: World = {}): Promise<readonly string[]> {
  const { stdout } = await run([...argv, '--format=json'], world)
  return (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path)
}

describe('a folder', () => {
  test('is searched for copy in the order of names, at any depth', async () => {
    const made = checkout({
      'b.md': COPY,
      'a.txt': COPY,
      'a/z.markdown': COPY,
      'a/B.TXT': COPY,
      'c.rtf': COPY,
      'd.html': `<p>${COPY}</p>`,
      'd.rss': COPY,
      'e/f/g.txt': COPY,
    })
    expect(await checked(made, ['.'])).toEqual(['a/B.TXT', 'a/z.markdown', 'a.txt', 'b.md', 'd.html', 'e/f/g.txt'])
    expect(await checked(made, ['a', './e/'])).toEqual(['a/B.TXT', 'a/z.markdown', 'e/f/g.txt'])
    expect(await checked(made, ['..'], { cwd: 'a' })).toEqual([
      '../a/B.TXT',
      '../a/z.markdown',
      '../a.txt',
      '../b.md',
      '../d.html',
      '../e/f/g.txt',
    ])
    expect(await checked(made, [made.path('e')])).toEqual([made.path('e/f/g.txt')])
  })

  test('keeps hidden files and node_modules to itself, unless they are named', async () => {
    const made = checkout({
      '.drafts/a.txt': COPY,
      '._a.txt': 'binary',
      'node_modules/x/README.md': COPY,
      'a.txt': COPY,
      'sub/node_modules/b.md': COPY,
    })
    expect(await checked(made, ['.'])).toEqual(['a.txt'])
    expect(await checked(made, ['.drafts', 'node_modules/x', 'sub/node_modules/b.md'])).toEqual([
      '.drafts/a.txt',
      'node_modules/x/README.md',
      'sub/node_modules/b.md',
    ])
  })

  test('doesn’t follow links, into itself or out of the tree; a link that is named is read', async () => {
    const elsewhere = checkout({ 'secret.txt': COPY, 'deep/other.txt': COPY })
    const made = checkout({ 'a/a.txt': COPY })
    made.link('a/again', '.')
    made.link('a/out', elsewhere.root)
    made.link('a/link.txt', elsewhere.path('secret.txt'))
    expect(await checked(made, ['.'])).toEqual(['a/a.txt'])
    expect(await checked(made, ['**/*.txt'])).toEqual(['a/a.txt'])
    expect(await checked(made, ['a/link.txt', 'a/out'])).toEqual([
      'a/link.txt',
      'a/out/deep/other.txt',
      'a/out/secret.txt',
    ])
  })

  test('without copy is an error, and one with nothing but ignored copy says so', async () => {
    const { run } = checkout({
      'pictures/a.png': '',
      '.gitignore': 'old/*\n',
      'old/a.txt': COPY,
      'copydesk.yml': 'ignore: [archive/]\n',
      'archive/b.txt': COPY,
    })
    expect(await run(['pictures'])).toMatchObject({
      code: 2,
      stderr: 'copydesk: pictures: holds no copy (.txt, .md, .mdx, .html …)\n',
    })
    expect(await run(['archive'])).toMatchObject({
      code: 2,
      stderr: 'copydesk: archive: holds only copy that is ignored\n',
    })
    expect(await run(['old'])).toMatchObject({ code: 2, stderr: 'copydesk: old: holds only copy that is ignored\n' })
  })
})

describe('ignore files', () => {
  test('of any folder up to the root of the repository are heeded, the innermost first', async () => {
    const made = checkout({
      '.gitignore': '*.tmp.txt\n/out\ndrafts/*.md\n',
      '.copydeskignore': 'legal/\n',
      'a.txt': COPY,
      'a.tmp.txt': COPY,
      'out/b.txt': COPY,
      'sub/out/b.txt': COPY,
      'legal/terms.txt': COPY,
      'drafts/.gitignore': '!keep.md\n',
      'drafts/keep.md': COPY,
      'drafts/lose.md': COPY,
    })
    expect(await checked(made, ['.'])).toEqual(['a.txt', 'drafts/keep.md', 'sub/out/b.txt'])
    expect(await checked(made, ['drafts'])).toEqual(['drafts/keep.md'])
    expect(await checked(made, ['**/*.txt', '**/*.md'])).toEqual(['a.txt', 'sub/out/b.txt', 'drafts/keep.md'])
  })

  test('are overruled for a whole folder by an inner one', async () => {
    const made = checkout({ '.gitignore': 'news/hold\n', 'news/.gitignore': '!hold\n', 'news/hold/a.txt': COPY })
    expect(await checked(made, ['.'])).toEqual(['news/hold/a.txt'])
  })

  test('don’t keep a folder or file from being read that is named itself, but what an inner one says holds', async () => {
    const made = checkout({
      '.gitignore': 'build/\n',
      'build/a.txt': COPY,
      'build/b.txt': COPY,
      'build/.copydeskignore': 'b.txt\n',
    })
    expect(await checked(made, ['build'])).toEqual(['build/a.txt'])
    expect(await checked(made, ['build/b.txt'])).toEqual(['build/b.txt'])
  })

  test('hold without a repository, from the searched folder on', async () => {
    const made = checkout(
      { '.gitignore': 'sub/\n', 'sub/a.txt': COPY, 'sub/.gitignore': 'b.txt\n', 'sub/b.txt': COPY },
      { repository: false },
    )
    expect(await checked(made, ['sub'])).toEqual(['sub/a.txt'])
    expect((await made.run(['.'])).stderr).toBe('copydesk: .: holds only copy that is ignored\n')
  })

  test('of Copydesk’s hold without a repository as configs do, whatever names the files; .gitignore from the working folder on', async () => {
    const made = checkout(
      {
        'desk/.copydeskignore': 'articles/old/\n*.draft.md\n[hold]/\n',
        'desk/articles/old/a.md': COPY,
        'desk/articles/b.md': COPY,
        'desk/articles/c.draft.md': COPY,
        'desk/articles/[hold]/d.md': COPY,
        'desk/articles/h/e.md': COPY,
        'desk/.gitignore': 'f.md\n',
        'desk/articles/f.md': COPY,
      },
      { repository: false },
    )
    const left = ['articles/b.md', 'articles/h/e.md']
    for (const names of [['articles'], ['.'], ['articles/**/*.md'], ['**']])
      expect(await checked(made, names, { cwd: 'desk' })).toEqual(left)
    expect(await checked(made, ['.'], { cwd: 'desk/articles' })).toEqual(['b.md', 'f.md', 'h/e.md'])
  })

  test('of a repository above don’t reach into one inside', async () => {
    const made = checkout({ '.gitignore': '*.txt\n', 'inner/.git/HEAD': 'ref', 'inner/a.txt': COPY })
    expect(await checked(made, ['inner'])).toEqual(['inner/a.txt'])
  })
})

describe('a glob', () => {
  test('is matched by Copydesk where the shell has not done it', async () => {
    const made = checkout({ 'a.txt': COPY, 'b.html': COPY, 'sub/c.txt': COPY, 'sub/d.md': COPY })
    expect(await checked(made, ['*.{txt,html}'])).toEqual(['a.txt', 'b.html'])
    expect(await checked(made, ['**/*.md', 'sub/?.txt'])).toEqual(['sub/d.md', 'sub/c.txt'])
    expect(await checked(made, ['../*.txt'], { cwd: 'sub' })).toEqual(['../a.txt'])
    expect(await checked(made, [made.path('sub/*')])).toEqual([made.path('sub/c.txt'), made.path('sub/d.md')])
  })

  test('that matches nothing, or only what is ignored, is an error', async () => {
    const { run } = checkout({ '.gitignore': 'a.txt\n', 'a.txt': COPY, 'node_modules/x/b.md': COPY })
    expect(await run(['*.doc', '*.txt', '**/*.md'])).toMatchObject({
      code: 2,
      stderr:
        'copydesk: *.doc: matches no file\ncopydesk: *.txt: matches only files that are ignored\ncopydesk: **/*.md: matches no file\n',
    })
  })

  test('means a folder of that very name, and is a pattern where there is none, as in a config', async () => {
    const made = checkout({
      'stories/(news)/a.md': COPY,
      'stories/[city]/b.md': COPY,
      'stories/c/c.md': COPY,
      'stories/{x,y}/d.md': COPY,
      'stories/x/e.md': COPY,
    })
    const globs = [
      'stories/(news)/*.md',
      'stories/[city]/*.md',
      'stories/[abc]/*.md',
      'stories/{x,y}/*',
      '*/?city?/**',
      '**/{c,x}/*.{md,txt}',
    ]
    const found = [
      ['stories/(news)/a.md'],
      ['stories/[city]/b.md'],
      ['stories/c/c.md'],
      ['stories/{x,y}/d.md'],
      ['stories/[city]/b.md'],
      ['stories/c/c.md', 'stories/x/e.md'],
    ]
    for (const [index, glob] of globs.entries()) {
      expect(await checked(made, [glob])).toEqual(found[index])
      made.write('copydesk.yml', JSON.stringify({ ignore: [glob] }))
      expect(await checked(made, ['.'])).toEqual(
        ['stories/(news)/a.md', 'stories/[city]/b.md', 'stories/c/c.md', 'stories/x/e.md', 'stories/{x,y}/d.md'].filter(
          (path) => !found[index]!.includes(path),
        ),
      )
      made.write('copydesk.yml', '')
    }
  })

  test('passes over hidden files, node_modules and links, unless it names them', async () => {
    const made = checkout({ '.a.txt': COPY, '.b/c.txt': COPY, 'node_modules/d.txt': COPY, 'e/f.txt': COPY })
    made.link('link', 'e')
    expect(await checked(made, ['**'])).toEqual(['e/f.txt'])
    expect(await checked(made, ['.*.txt', '.b/*', 'node_modules/*.txt', 'link/*'])).toEqual([
      '.a.txt',
      '.b/c.txt',
      'node_modules/d.txt',
      'link/f.txt',
    ])
  })

  test('gives way to a file of that very name', async () => {
    const made = checkout({ '[draft] a*.txt': COPY, 'a.txt': COPY })
    expect(await checked(made, ['[draft] a*.txt'])).toEqual(['[draft] a*.txt'])
  })
})

describe('a file', () => {
  test('that is named is read whatever its ending, as plain text where the ending is unknown', async () => {
    const { run } = checkout({ 'notes.story': 'A widget.\n', README: COPY, 'post.MD': COPY })
    const { stdout } = await run(['notes.story', 'README', './post.MD', '--format=json'])
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { path: 'notes.story', format: 'text' },
        { path: 'README', format: 'text' },
        { path: 'post.MD', format: 'markdown' },
      ],
    })
  })

  test('is checked once, however often it is found, where it was named first', async () => {
    const made = checkout({ 'a.txt': COPY, 'b.txt': COPY })
    expect(await checked(made, ['b.txt', '.', './a.txt', '*.txt', made.path('b.txt')])).toEqual(['b.txt', 'a.txt'])
  })
})

test('a large folder is searched without trouble', async () => {
  const files: Record<string, string> = {}
  for (let index = 0; index < 600; index++) files[`${'d/'.repeat(index % 30)}f${index}.txt`] = 'Hm.\n'
  expect(await checked(checkout(files), ['.'])).toHaveLength(600)
})
