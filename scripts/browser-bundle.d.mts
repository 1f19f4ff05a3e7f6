/** Types of the worker's bundle. */
import type * as esbuild from 'esbuild'

export const BROWSER_OPTIONS: esbuild.BuildOptions & { readonly write: false; readonly metafile: true }
export function bundleWorker(
  esbuild: typeof import('esbuild'),
): Promise<{ readonly code: string; readonly metafile: esbuild.Metafile }>
