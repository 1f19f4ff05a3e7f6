/** The types of only-the-tokenizer.mjs. */
export declare function withoutErrors(source: string): string
