/**
 * Of parse5, the worker has the tokenizer: not what builds trees, no numbers of tags for it, and of the errors the one
 * that is asked for.
 */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

export const onlyTheTokenizer = {
  name: 'only the tokenizer',
  setup(build) {
    const tokenizer = /[/\\]parse5[/\\]dist[/\\](?:tokenizer[/\\]\w+|common[/\\]error-codes)\.js$/
    build.onLoad({ filter: tokenizer }, ({ path }) => ({
      contents: withoutErrors(readFileSync(path, 'utf8')),
      loader: 'js',
    }))
    build.onLoad({ filter: /[/\\]parse5[/\\]dist[/\\]index\.js$/ }, ({ path }) => ({
      contents: TOKENIZER,
      loader: 'js',
      resolveDir: dirname(path),
    }))
    build.onLoad({ filter: /[/\\]parse5[/\\]dist[/\\]common[/\\]html\.js$/ }, () => ({
      contents: NO_NUMBERS,
      loader: 'js',
    }))
  },
}

const TOKENIZER = "export { Tokenizer, TokenizerMode } from './tokenizer/index.js'"
const NO_NUMBERS = 'export const TAG_ID = { UNKNOWN: 0 }, getTagID = () => TAG_ID.UNKNOWN'

/** Where HTML ends within a tag, that tag is no markup. */
const ASKED_FOR = 'eofInTag'

/** A module of the tokenizer that tells one error only. */
export function withoutErrors(source) {
  return source
    .replace(new RegExp(`\\bthis\\._err\\(ERR\\.(?!${ASKED_FOR}\\b)\\w+\\);`, 'g'), ';')
    .replace(new RegExp(`^ *ERR\\["(?!${ASKED_FOR}")\\w+"\\] = .*\\n`, 'gm'), '')
}
