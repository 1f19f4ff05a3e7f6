/** Renders a rule's page as HTML for the playground: the examples with what is found in them marked. */
import type { Code, Root } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

/**
 * A page of its own, with its style and a policy that allows nothing but it.
 * @param styleHash What the policy knows the style by.
 */
export async function renderRulePage(markdown: string, style: string, styleHash: string): Promise<string> {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? 'A rule'
  const processor = unified()
    .use(remarkRehype, { handlers: { code: example } })
    .use(rehypeStringify)
  const body = processor.stringify(await processor.run(labelled(tree)))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}: a rule of Copydesk</title>
<style>${style}</style>
</head>
<body>
<header><a href="../index.html">Copydesk</a></header>
<main>
${body}
</main>
</body>
</html>
`
}

/** What the quotation beneath an example is: the message that the writer reads. */
function labelled(tree: Root): Root {
  tree.children.forEach((node, index) => {
    if (node.type === 'blockquote' && tree.children[index - 1]?.type !== 'paragraph')
      node.data = { hProperties: { className: ['message'] } }
  })
  return tree
}

const MARK = /(\\)?\[\[(?:(\d+):)?|\]\]/g

type PagePart =
  | { type: 'text'; value: string }
  | { type: 'element'; tagName: string; properties: { className: string[] }; children: PagePart[] }

function element(tagName: string, className: string, children: PagePart[]): PagePart {
  return { type: 'element', tagName, properties: { className: [className] }, children }
}

/** An example: its marks become marks of HTML, a related place with the number of its finding. */
function example(
  _: unknown,
  { value }: Code,
): { type: 'element'; tagName: string; properties: {}; children: PagePart[] } {
  const top: PagePart[] = []
  const open: PagePart[][] = [top]
  let at = 0
  const add = (text: string): void => {
    if (text !== '') open.at(-1)!.push({ type: 'text', value: text })
  }
  for (const { 0: token, 1: escaped, 2: related, index } of value.matchAll(MARK)) {
    add(value.slice(at, index))
    at = index + token.length
    if (escaped) add(token.slice(1))
    else if (token !== ']]') {
      const children = related === undefined ? [] : [element('sup', 'finding', [{ type: 'text', value: related }])]
      open.at(-1)!.push(element('mark', related === undefined ? 'found' : 'related', children))
      open.push(children)
    } else if (open.length > 1) open.pop()
    else add(token)
  }
  add(value.slice(at))
  return { type: 'element', tagName: 'pre', properties: {}, children: top }
}
