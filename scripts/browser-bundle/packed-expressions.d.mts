/** The types of packed-expressions.mjs. */
export declare function packedExports(expressions: Readonly<Record<string, RegExp>>): string
