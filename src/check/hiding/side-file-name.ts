/** The name of side files; by itself, since every run looks for them and nearly none finds one. */

/** What a draft's side file is called: `draft.txt.copydesk.yml` stands beside `draft.txt`. */
export const SIDE_FILE_ENDING = '.copydesk.yml'
