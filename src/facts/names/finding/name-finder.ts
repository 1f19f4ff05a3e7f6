/** What finding the names of a story takes besides its copy. */
import type { Copy } from '../../../copy/copy.ts'
import type { CopyKind } from '../../../copy/copy-kind.ts'
import type { DeskNames } from '../../desk/desk-names.ts'
import type { Reading } from '../../reading.ts'
import type { MentionMaker } from './mention-maker.ts'
import type { SpeakerLabels } from './speaker-labels.ts'
import type { WordEvidence } from '../word-evidence.ts'

/** The facts that tell a name from a word. */
export interface NameFacts extends Pick<Reading, 'sentences' | 'words'> {
  readonly copyKind: CopyKind
  readonly wordEvidence: WordEvidence
}

/** The facts, and what is made of them once for all sentences. */
export interface NameFinder extends NameFacts {
  readonly copy: Copy
  readonly desk: DeskNames
  readonly maker: MentionMaker
  readonly labels: SpeakerLabels
}
