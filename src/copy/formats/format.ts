/** The formats that Copydesk reads: what each is called, and which file names say it. */

/** A format that Copydesk reads. */
export type Format = 'text' | 'markdown' | 'mdx' | 'html' | 'ninjs' | 'feed' | 'nitf' | 'newsml' | 'wordpress'
