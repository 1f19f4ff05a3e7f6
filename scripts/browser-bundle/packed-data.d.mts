/** The types of packed-data.mjs. */
export declare function packedModule(lists: readonly (readonly string[])[], tables: unknown): string
export declare function closedClasses(source: string): string[]
export declare function withoutClasses(source: string, classes: readonly string[]): string
