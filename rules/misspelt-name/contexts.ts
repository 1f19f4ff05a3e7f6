/** Compares what stands beside two names: a first name that they share, or one each. */

/** How the words that stand on one side of two names compare. */
export type Comparison = 'share' | 'share weakly' | 'differ' | 'rare only' | 'usual only' | 'none'

/** Compares the words that stand on one side of two names; `tells` says which of them tell whose name it is. */
export function compareContexts(usual: ReadonlySet<string>, rare: ReadonlySet<string>, tells: (word: string) => boolean): Comparison {
  let weak = false
  let ofRare = false
  for (const word of rare) {
    if (usual.has(word)) {
      if (tells(word)) return 'share'
      weak = true
    } else if (tells(word)) ofRare = true
  }
  if (weak) return 'share weakly'
  let ofUsual = false
  for (const word of usual) {
    ofUsual = tells(word)
    if (ofUsual) break
  }
  if (ofRare) return ofUsual ? 'differ' : 'rare only'
  return ofUsual ? 'usual only' : 'none'
}
