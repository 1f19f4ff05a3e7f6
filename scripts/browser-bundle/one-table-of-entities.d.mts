/** The types of one-table-of-entities.mjs. */
export declare const NAMED_REFERENCES: string
