/** Page furniture in HTML: what of it was left over in the running text, and what belongs to the page. */
import { describe, expect, it } from 'vitest'
import { htmlStories } from '../stories.ts'

const FIRST =
  'Stallholders waited until midnight for a decision that did not come, and some had brought their children.'
const SECOND = 'The vote is now due in March, the mayor told the house before she left by the back door.'
const THIRD = 'Nobody has asked the bakers, who came with forty loaves and went home with as many.'
const LEFTOVERS = [
  'You may also like',
  'Advertisement',
  'Sign up for our newsletter',
  'Read more: Market hall roof fails its test',
  'Share on Facebook',
  '3 hours ago',
  'Story continues below',
]

/** What was left over in the text of a page's stories. */
function leftovers(html: string): readonly string[] {
  return htmlStories(html).flatMap((story) =>
    story.facts.furniture.filter(({ belongsToPage }) => !belongsToPage).map(({ at }) => story.slice(at)),
  )
}

const paragraphs = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n')
const inBody = (html: string): string =>
  `<html><body><div class="site"><div class="menu"><p>Sign in</p></div>${html}</div></body></html>`

describe('a line among the paragraphs of a text', () => {
  const texts: Readonly<Record<string, (line: string) => string>> = {
    'a piece of HTML': (line) => paragraphs(FIRST, line, SECOND),
    'the first of a piece': (line) => paragraphs(line, FIRST, SECOND),
    'the last of a piece': (line) => paragraphs(FIRST, SECOND, line),
    'an article': (line) => inBody(`<article>${paragraphs(FIRST, line, SECOND)}</article>`),
    'a box of a page': (line) => inBody(`<div class="story">${paragraphs(FIRST, SECOND, line)}</div>`),
    'paragraphs of a class': (line) =>
      inBody(`<div>${[FIRST, line, SECOND].map((text) => `<p class="par">${text}</p>`).join('')}</div>`),
    'a bare one among those of a class': (line) =>
      inBody(`<div><p class="par">${FIRST}</p><p>${line}</p><p class="par">${SECOND}</p></div>`),
    'paragraphs in boxes of one class': (line) =>
      inBody(
        `<main><div class="part"><p>${FIRST}</p><p>${line}</p></div><div class="ad">x</div><div class="part"><p>${SECOND}</p></div></main>`,
      ),
    'divisions for paragraphs': (line) =>
      inBody(`<div class="story">${[FIRST, line, SECOND].map((text) => `<div>${text}</div>`).join('')}</div>`),
    'a wrapper that holds nothing else': (line) =>
      inBody(`<div class="story"><p>${FIRST}</p><div><p>${line}</p></div><p>${SECOND}</p></div>`),
    'text between breaks': (line) => inBody(`<div class="story">${FIRST}<br><br>${line}<br><br>${SECOND}</div>`),
    'a quotation': (line) =>
      inBody(
        `<div class="story"><p>${FIRST}</p><blockquote><p>${THIRD}</p><p>${line}</p></blockquote><p>${SECOND}</p></div>`,
      ),
    'the cell of a table that holds the page': (line) =>
      `<html><body><table><tr><td>Menu</td><td>${paragraphs(FIRST, line, SECOND)}</td></tr></table></body></html>`,
    'paragraphs whose ends are left out': (line) =>
      inBody(`<div class="story"><p>${FIRST}<p>${line}<p>${SECOND}</div>`),
  }

  it.each(Object.entries(texts))('is a leftover: %s', (_, page) => {
    for (const line of LEFTOVERS) expect(leftovers(page(line))).toEqual([line])
  })

  it('is a leftover though longer texts stand in a list or a box beside it', () => {
    const remark = `<li><div><p>${FIRST} ${SECOND} ${THIRD}</p><p>${THIRD}</p><p>Reply</p></div></li>`
    expect(
      leftovers(
        inBody(`<div class="story">${paragraphs(FIRST, 'Advertisement', SECOND)}</div><ol>${remark}${remark}</ol>`),
      ),
    ).toEqual(['Advertisement'])
  })
})

describe('what belongs to a page', () => {
  const story = (html: string): string => inBody(`<div class="story"><p>${FIRST}</p>${html}<p>${SECOND}</p></div>`)
  const pages: Readonly<Record<string, (line: string) => string>> = {
    'a box of a class': (line) => story(`<div class="box"><p>${line}</p></div>`),
    'a section that says what it is': (line) => story(`<section id="more">${line}</section>`),
    'an aside': (line) => story(`<aside><p>${line}</p></aside>`),
    'a figure': (line) => story(`<figure><p>${line}</p></figure>`),
    'an embedded post': (line) => story(`<blockquote class="post"><p>${THIRD}</p><p>${line}</p></blockquote>`),
    'a list': (line) => story(`<ul><li>${line}</li></ul>`),
    'paragraphs in a list': (line) => story(`<ul><li><p>${line}</p></li></ul>`),
    'a heading': (line) => story(`<h3>${line}</h3>`),
    'a paragraph of a class of its own': (line) => story(`<p class="promo">${line}</p>`),
    'a link': (line) => story(`<p><a href="/more">${line}</a></p>`),
    'a line outside the box of the text': (line) => `${story('')}<p>${line}</p>`,
    'a line under the headline': (line) =>
      inBody(
        `<div><h1>Council puts off vote</h1><p>${line}</p><div class="story">${paragraphs(FIRST, SECOND)}</div></div>`,
      ),
    'a page without a text': (line) => inBody(`<div><p>${line}</p></div>`),
  }

  it.each(Object.entries(pages))('is nothing left over: %s', (_, page) => {
    for (const line of LEFTOVERS) expect(leftovers(page(line))).toEqual([])
  })

  it('is the heading of a run of links, and each of them', () => {
    const links = ['Market hall roof fails its test', 'Who owns the fish stalls?']
      .map((text) => `<p><a href="/x">${text}</a></p>`)
      .join('')
    expect(leftovers(story(`<p>You may also like</p>${links}`))).toEqual([])
    expect(leftovers(`<p>${FIRST}</p><p>You may also like</p>${links}<p>${SECOND}</p>`)).toHaveLength(3)
  })

  it('is the end of a paragraph that links', () => {
    expect(leftovers(story(`<p>${THIRD} <a href="/us">Follow us on Twitter.</a></p>`))).toEqual([])
    expect(leftovers(story(`<p>${THIRD} Follow us on Twitter.</p>`))).toEqual(['Follow us on Twitter.'])
    expect(
      leftovers(story(`<p><a href="/bakers">Nobody has asked the bakers</a>, he said. Follow us on Twitter.</p>`)),
    ).toEqual(['Follow us on Twitter.'])
  })

  it('is no copy, and no link is that stands outside of the text', () => {
    const link = '<a href="/x">Who owns the fish stalls?</a>'
    const [read] = htmlStories(
      inBody(`
      <h1><a href="/this">Council puts off vote</a></h1>
      <div class="story"><p>${FIRST}</p><div class="box"><p>Sign up for our newsletter</p></div><p>${link}</p><p>${SECOND}</p><p>Share on Facebook</p></div>
      <div class="more"><h3>${link}</h3><p>${link}</p><a href="/x"><img alt="A fish stall"></a><p>A paragraph with no link in it.</p></div>`),
    )
    const rolesOf = (text: string): readonly string[] =>
      read!.blocks.filter((block) => read!.slice(block) === text).map((block) => read!.facts.layout.roleOf(block))
    expect(rolesOf('Council puts off vote')).toEqual(['headline'])
    expect(rolesOf('Sign up for our newsletter')).toEqual(['page'])
    expect(rolesOf('Who owns the fish stalls?')).toEqual(['body', 'page', 'page'])
    expect(rolesOf('A fish stall')).toEqual(['page'])
    expect(rolesOf('Share on Facebook')).toEqual(['furniture'])
    expect(rolesOf('A paragraph with no link in it.')).toEqual(['body'])
  })
})
