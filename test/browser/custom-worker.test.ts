/** A worker with rules of one's own, bundled as a page's bundler would, in a context that has no Node. */
import { createContext, runInContext } from 'node:vm'
import * as esbuild from 'esbuild'
import { expect, it } from 'vitest'
import type { WorkerAnswer } from '../../src/browser/messages.ts'
import { ROOT } from '../rule-folders.ts'

const ENTRY = `
  import { startWorker } from './src/browser/custom-worker.ts'
  import { defineRule, span } from './src/rule-kit/index.ts'
  startWorker({ customRules: [defineRule({
    id: 'no-council', summary: 'A word.', kind: 'style', stage: 'stable', severity: 'info', since: '1.0.0', quotations: 'check',
    messages: { found: () => 'found' },
    *check({ story, find }) {
      const at = story.text.indexOf('council')
      if (at >= 0) yield find('found', { at: span(at, at + 7) })
    },
  })] })
`

it('a worker with rules of one’s own answers with what they find, and with what Copydesk finds', async () => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: ENTRY, resolveDir: ROOT },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    conditions: ['copydesk-source', 'worker'],
    logLevel: 'silent',
  })
  const answers: WorkerAnswer[] = []
  const listeners: ((event: { data: unknown }) => void)[] = []
  const context = createContext({
    TextDecoder,
    TextEncoder,
    URL,
    atob,
    postMessage: (answer: WorkerAnswer) => void answers.push(answer),
    addEventListener: (_: string, listener: (event: { data: unknown }) => void) => void listeners.push(listener),
  })
  runInContext(outputFiles[0]!.text, context)
  const text = 'The council put off the the vote on Monday.\n'
  for (const listen of listeners) listen({ data: { type: 'check', id: 1, text, options: { format: 'text' } } })
  const found = answers.flatMap((answer) => (answer.type === 'report' ? answer.report.findings : []))
  expect(found.map(({ rule, quote }) => [rule, quote])).toEqual([
    ['no-council', 'council'],
    ['repeated-word', 'the the'],
  ])
})
