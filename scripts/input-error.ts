/** What a script's user can set right: a bad option, a missing folder, a row that can't be read. */

/** Something that the caller of a script can mend; the message is one line and names it. */
export class InputError extends Error {
  override readonly name = 'InputError'
}
