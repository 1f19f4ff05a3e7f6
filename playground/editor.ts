/** The draft: a CodeMirror editor that looks like a sheet of copy. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from '@codemirror/view'

/** Makes the editor in a shadow root: there CodeMirror's styles need no leave from the page's policy. */
export function createEditor(parent: HTMLElement, extensions: Extension): EditorView {
  const root = parent.attachShadow({ mode: 'open' })
  const state = EditorState.create({
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightSpecialChars(),
      EditorView.lineWrapping,
      placeholder('Paste a draft, or drop a file here'),
      EditorView.contentAttributes.of({
        'aria-label': 'Draft',
        tabindex: '0',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      }),
      keymap.of([...historyKeymap, ...defaultKeymap]),
      SHEET,
      extensions,
    ],
  })
  return new EditorView({ state, parent: root, root })
}

const pencil = (colour: string, line: string): Record<string, string> => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  borderRadius: '2px',
  backgroundColor: `color-mix(in srgb, var(${colour}) 13%, transparent)`,
  textDecoration: `underline ${line} var(${colour}) 2px`,
  textUnderlineOffset: '4px',
  textDecorationSkipInk: 'none',
})

const SHEET = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--sheet)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--serif)', fontSize: '17px', lineHeight: '1.65', overflow: 'auto' },
  '.cm-content': { padding: '18px 22px 40vh 10px', caretColor: 'var(--ink)', maxWidth: '44em' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    border: 'none',
    color: 'var(--soft)',
    fontFamily: 'var(--sans)',
    fontSize: '12px',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 10px 0 16px', lineHeight: '28px', minWidth: '34px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-specialChar': { color: 'var(--red)' },
  '.cm-lintRange-error': pencil('--red', 'wavy'),
  '.cm-lintRange-warning': pencil('--amber', 'dashed'),
  '.cm-lintRange-info': pencil('--blue', 'dotted'),
  '.cm-lintRange-active': { backgroundColor: 'var(--selection)' },
  '.cm-lintPoint:after': { display: 'none' },
  '.cm-tooltip': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--rule)',
    borderRadius: '8px',
    boxShadow: '0 6px 24px var(--shadow)',
    maxWidth: 'min(30em, 88vw)',
    overflow: 'hidden',
  },
  '.cm-tooltip .cm-diagnostic': {
    padding: '10px 14px',
    fontFamily: 'var(--sans)',
    fontSize: '14px',
    lineHeight: '1.45',
    borderLeft: '4px solid var(--blue)',
  },
  '.cm-tooltip .cm-diagnostic-error': { borderLeftColor: 'var(--red)' },
  '.cm-tooltip .cm-diagnostic-warning': { borderLeftColor: 'var(--amber)' },
  '.cm-diagnosticSource': { display: 'none' },
  '.cm-diagnosticAction': {
    margin: '6px 6px 0 0',
    padding: '4px 10px',
    font: 'inherit',
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    border: '1px solid var(--rule-strong)',
    borderRadius: '6px',
    cursor: 'pointer',
  },
  '.copydesk-words': { margin: '0 0 4px' },
  '.copydesk-places': { margin: '0 0 4px', paddingLeft: '18px', color: 'var(--soft)' },
  '.copydesk-rule': { color: 'var(--soft)', fontSize: '12.5px', marginRight: '8px' },
  '.cm-panels': { backgroundColor: 'var(--card)', color: 'var(--ink)', borderTop: '1px solid var(--rule)' },
})
