/** The types of bundled-licenses.mjs. */
import type { Metafile } from 'esbuild'

export declare function licensesOf(metafile: Metafile): string
