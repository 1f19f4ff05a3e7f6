/**
 * Checks articles with the checker of some checkout and prints what it finds, a JSON object an article. Runs in a
 * process of its own, so that two versions of the checker never meet: `emit-findings.ts CHECKOUT FOLDER…`. Of the
 * checker it uses only the public interface, which older versions have too.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { articlesOf, dayOf } from '../articles.ts'
import type { EmittedArticle } from './emitted.ts'

const [checkout, ...folders] = process.argv.slice(2)
const { check } = (await import(
  pathToFileURL(join(checkout!, 'src/index.ts')).href
)) as typeof import('../../src/index.ts')

for (const folder of folders) {
  for (const article of articlesOf(folder)) {
    const start = performance.now()
    const { words, findings } = check(article.text, {
      path: article.path,
      date: dayOf(article),
      format: article.format,
    })
    const emitted: EmittedArticle = {
      words,
      ms: performance.now() - start,
      findings: findings.map(({ rule, severity, fingerprint, message, start, end }) => ({
        rule,
        level: severity,
        fingerprint,
        message,
        start: start.offset,
        end: end.offset,
      })),
    }
    if (!process.stdout.write(`${JSON.stringify(emitted)}\n`)) await once(process.stdout, 'drain')
  }
}
