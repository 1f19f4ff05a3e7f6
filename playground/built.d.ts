/** What the build puts in: the worker's code, and the project's sample drafts. */
declare module 'playground:worker' {
  const code: string
  export default code
}
declare module 'playground:samples' {
  /** Each with its file's name. */
  const samples: readonly { readonly name: string; readonly text: string }[]
  export default samples
}
