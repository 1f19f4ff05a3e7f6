/** What goes wrong in a build and is nobody's bug. */

/** The message says it in one line. */
export class BuildError extends Error {}
