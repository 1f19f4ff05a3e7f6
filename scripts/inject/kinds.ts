/** All kinds of errors that can be injected, in the order of the report. */
import { dateKinds } from './dates.ts'
import { encodingKinds } from './encoding.ts'
import { headlineKinds } from './headlines.ts'
import type { ErrorKind } from './kind.ts'
import { leftoverKinds } from './leftovers.ts'
import { misspellingKinds } from './misspellings.ts'
import { nameVariantKinds } from './name-variants.ts'
import { noteKinds } from './notes.ts'
import { numberKinds } from './numbers.ts'
import { passageKinds } from './passages.ts'
import { selfReferenceKinds } from './self-reference.ts'
import { wordKinds } from './words.ts'

/** Every kind. */
export const errorKinds: readonly ErrorKind[] = [
  ...selfReferenceKinds,
  ...misspellingKinds,
  ...nameVariantKinds,
  ...dateKinds,
  ...headlineKinds,
  ...leftoverKinds,
  ...noteKinds,
  ...encodingKinds,
  ...wordKinds,
  ...numberKinds,
  ...passageKinds,
]
