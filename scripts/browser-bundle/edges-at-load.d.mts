/** The types of edges-at-load.mjs. */
export declare const EDGES: string
