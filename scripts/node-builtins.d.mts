/** The types of node-builtins.mjs. */
import type { Plugin } from 'esbuild'

export declare const nodeBuiltins: Plugin
