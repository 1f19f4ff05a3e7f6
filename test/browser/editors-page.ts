/**
 * A page with both editors on it, for the test that uses them in Chromium; the worker's code is put in by that test.
 */
import { history, historyKeymap } from '@codemirror/commands'
import { EditorView as CodeMirror, keymap } from '@codemirror/view'
import { schema } from 'prosemirror-schema-basic'
import { EditorState } from 'prosemirror-state'
import { EditorView as ProseMirror } from 'prosemirror-view'
import { createChecker } from '../../src/browser/checker.ts'
import * as codemirror from '../../src/browser/codemirror.ts'
import * as prosemirror from '../../src/browser/prosemirror.ts'

declare const WORKER_CODE: string

const address = URL.createObjectURL(new Blob([WORKER_CODE], { type: 'text/javascript' }))
const { trustedTypes } = globalThis as unknown as {
  trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(address: string): string } }
}
const policy = trustedTypes.createPolicy('test', { createScriptURL: () => address })
const checker = (): ReturnType<typeof createChecker> => createChecker(() => new Worker(policy.createScriptURL(address)))
const failures: string[] = []
const onFailure = ({ message }: Error): void => void failures.push(message)
let config = ''

const cm = new CodeMirror({
  parent: document.getElementById('cm')!,
  doc: 'The board put off the the launch.\nHe told workers workers to wait.',
  extensions: [
    CodeMirror.cspNonce.of('test'),
    history(),
    keymap.of(historyKeymap),
    codemirror.copydesk(checker(), {
      delay: 50,
      options: () => ({ config }),
      onFailure,
      pageOf: (rule) => `rules/${rule}.html`,
    }),
  ],
})
const { doc, paragraph } = schema.nodes as Record<'doc' | 'paragraph', (typeof schema.nodes)[string]>
const pm = new ProseMirror(document.getElementById('pm')!, {
  state: EditorState.create({
    doc: doc.create(
      null,
      ['The board put off the the launch & left.', 'Sign up for our newsletter'].map((text) =>
        paragraph.create(null, schema.text(text)),
      ),
    ),
    plugins: [prosemirror.copydeskPlugin(checker(), { delay: 50, options: () => ({ config }), onFailure })],
  }),
})

Object.assign(window, {
  editors: {
    failures,
    cmText: () => cm.state.doc.toString(),
    pmText: () => pm.state.doc.textBetween(0, pm.state.doc.content.size, '\n'),
    walk: () => prosemirror.nextFinding(pm.state, (transaction) => pm.dispatch(transaction)),
    selected: () => pm.state.doc.textBetween(pm.state.selection.from, pm.state.selection.to),
    mend: () =>
      prosemirror.followSuggestion(prosemirror.findingsIn(pm.state)[0]!.finding.suggestions[0]!)(
        pm.state,
        (transaction) => pm.dispatch(transaction),
      ),
    configure: (text: string) => {
      config = text
      codemirror.recheck(cm)
      prosemirror.recheck(pm)
    },
    close: () => {
      cm.destroy()
      pm.destroy()
    },
  },
})
