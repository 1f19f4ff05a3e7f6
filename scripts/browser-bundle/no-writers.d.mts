/** The types of no-writers.mjs. */
export declare function withoutBodies(source: string): string
