import { expect, it } from 'vitest'
import { renderRulePage } from '../../scripts/playground/rule-page.ts'

it('a rule’s page in the playground shows what is found, what it is held against, and what is offered', async () => {
  const html = await renderRulePage(
    '# A lost word (lost-word)\n\nA word is lost.\n\n```copy\n[[1:One]] & [[two]] \\[[three]].\n```\n\n> error: Four\n> - Five (idea)\n',
    'p{}',
    'sha256-x',
  )
  expect(html).toContain('<title>A lost word (lost-word): a rule of Copydesk</title>')
  expect(html).toContain(
    '<pre><mark class="related"><sup class="finding">1</sup>One</mark> &#x26; <mark class="found">two</mark> [[three]].</pre>',
  )
  expect(html).toMatch(
    /<blockquote class="message">\s*<p>error: Four<\/p>\s*<ul>\s*<li>Five \(idea\)<\/li>\s*<\/ul>\s*<\/blockquote>/,
  )
})
