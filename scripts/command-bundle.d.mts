/** The types of command-bundle.mjs. */
import type { BuildOptions, Metafile } from 'esbuild'

export declare function bundleCommand(
  esbuild: { build(options: BuildOptions): Promise<unknown> },
  folder: string,
): Promise<Metafile>
