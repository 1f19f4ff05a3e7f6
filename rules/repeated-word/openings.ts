/** Tells where a sentence opens inside a block: behind a dateline, a label, a bracket, a mark that ends or quotes. */
import type { Story } from '#rule'

// “OSLO (Reuters) - The”, “Update: The”, “SALDEN, May 3 (AP) — In”, “1) The”, “Analysis | The”; but not “re-The”.
const OPENS = /^$|[.!?…:|*•)\]“"‘'(\n]$|[.!?…:|*•)\]“"‘'(\n] $|(?:^| )[–—-]{1,2} $|—$/

/** Whether what stands at an offset opens a sentence, so that a capital there says nothing. */
export function opensSentence(story: Story, at: number): boolean {
  return OPENS.test(story.text.slice(Math.max(0, at - 4), at))
}
