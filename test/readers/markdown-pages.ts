/** Random pages of Markdown, much of it broken, for property tests. */
import fc from 'fast-check'

const token = fc.constantFrom(
  '\n', '\n', '\n\n', '\n\n', '> ', '- ', '* ', '1. ', '2) ', '  ', '    ', '\t', '# ', '## ', '=== ', '---', '***', '```', '~~~', '`', '``', '*', '**', '_', '__', '~~',
  '[', '](', ')', '![', '[^1]', '[^1]: ', '\n\n[^1]: note\n\n', '[x]', '[y]', '\n\n[x]: /u\n\n', '\n\n[y]: /v\n', '<', '>', '</', '<div>', '</div>', '<p>', '<b>', '</b>', '<br>',
  '<!--', '-->', '<script>', '</script>', '<code>', '</code>', '<blockquote>', '</blockquote>', '<svg>', '</svg>', '<li>', '<td>', '<img alt="pic &amp; x">', '<a href="u">', '</a>',
  '<pre>', '</pre>', '<?php', '?>', '<![CDATA[', ']]>', '<table>', '</table>', '<h2>', '</h2>', '&amp;', '&nbsp;', '&#8217;', '&copy', '&shy;', '&', '\\', '\\*', '\\\n', '  \n', '|',
  '\n\n| a | b |\n|---|:-:|\n| c | *d* |\n', 'a', 'word', 'Xiaomi', 'U.S.', 'the the', 'é', '🙂', '\u200b', '\u00a0', '.', '!', ':', '"', '+', '=', '-', 'http://a.b/c_d', 'www.x.org',
  'a@b.co', '[x] ', '\0', '+++', '{', '}', ';',
)

/** Pages of up to 40 tokens. */
export const markdownPages = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''))
