/** Which places of a name count: the desk's own words, where the spelling was free. */
import { around, contains, type Around, type Block, type Span, type Story } from '#rule'
import { isAnswer, isInCode, isOutsideSentences, isPosted } from './own-copy.ts'
import { isSpoken } from './speech.ts'

/** A place where a form stands. */
export interface FormPlace extends Span {
  /** In a headline or a sub-head, for which many houses have a style of their own. */
  readonly heading: boolean
  /** In running copy: neither in a heading nor in any other line that is no sentence. */
  readonly running: boolean
}

/** One way to write a name, with the places that count. */
export interface WrittenForm {
  readonly text: string
  readonly places: readonly FormPlace[]
}

const TICKER = /(?:\b(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSE|HKEX|ASX|TSX)\s?:\s?|[<(])$/

// “XTunnel (aka X-Tunnel)”, “renamed Halden-Motors”: the copy says itself that there is another form.
const OTHER_NAME =
  /\b(?:aka|a\.k\.a\.?|known as|formerly|sold as|spelled|spelt|stylised|stylized|written)[ :“"(]+(?:as )?(?:the )?$/
// “It was XTunnel until 2008 and has been X-Tunnel since”.
const UNTIL = /^,? (?:until|till|before) (?:\p{L}+ )?\d{4}/u
const NEW_NAME = /\b(?:renamed|name to)[ :“"(]+(?:the )?$/

// In characters: how far from one name the copy says that there is another.
const NEAR = 90

/** Forms of one name without those of which the copy says itself that they are two. */
export function untold(story: Story, forms: readonly WrittenForm[]): readonly WrittenForm[] {
  const told = new Set<WrittenForm>()
  for (const form of forms) {
    for (const place of form.places) {
      const near = around(story, place)
      if (!OTHER_NAME.test(near.before()) && !UNTIL.test(near.behind())) continue
      const others = forms.filter((other) => other !== form && near.near(NEAR).includes(other.text))
      for (const one of others.length > 0 ? [form, ...others] : []) told.add(one)
    }
  }
  return told.size === 0 ? forms : forms.filter((form) => !told.has(form))
}

/**
 * The form with those of its places that count, if it stands in running copy at all; with `headings`, in a heading at
 * least.
 */
export function countedForm(
  story: Story,
  text: string,
  places: readonly Span[],
  { headings = false, speech = true } = {},
): WrittenForm | undefined {
  const counted: FormPlace[] = []
  for (const place of places) {
    const block = story.blockAt(place.start)
    const near = around(story, place)
    if (isQuoted(story, block, place) && !isNaming(near) && !(speech && isSpoken(block, near))) continue
    if (
      NEW_NAME.test(near.before())
      || isInCode(story.text, place)
      // “[RFC-2119]”: the key of a citation, or a label.
      || isAnswer(story, block)
      || isDateline(story, place)
      || isTicker(near, text)
      || isSpelledOut(text, block)
      || near.isBetween('[', ']')
      || isAccount(near, text)
    )
      continue
    const heading = story.facts.layout.isHeading(block)
    counted.push({
      start: place.start,
      end: place.end,
      heading,
      running: !heading && !isOutsideSentences(story, block, place),
    })
  }
  return counted.some(({ running }) => headings || running) ? { text, places: counted } : undefined
}

/** Whether a place is somebody else's words: quoted speech, a title in quotation marks, an embedded post. */
function isQuoted(story: Story, block: Block, place: Span): boolean {
  return block.quoted || story.facts.quotations.holds(place.start) || isPosted(story, block, place)
}

const NAMED = /\b(?:dubbed|called|named|codenamed|code-named) [“"‘']$/
// A work has a title of its own: “a book called ‘QuayStone’”.
const WORK =
  /\b(?:book|novel|memoir|film|movie|documentary|song|single|album|play|show|series|episode|article|essay|poem|exhibition)\b/

/** “A tool dubbed ‘QuayStone’”: marks around nothing but a name, by which the copy itself calls it. */
function isNaming(near: Around): boolean {
  const before = near.before()
  return NAMED.test(before) && /^[.,]?[”"’']/.test(near.behind()) && !WORK.test(before.split(/[.!?]/).at(-1)!)
}

/** “U S A” in what a screen reader says of a picture: the letters are to be read one by one. */
function isSpelledOut(text: string, { isAlternative }: Block): boolean {
  return isAlternative === true && /^(?:\p{Lu}[. ]{1,2})+\p{Lu}\.?(?: |$)/u.test(text)
}

// “a Facebook page: NorvikRowing”, “the @handle on GitHub is LenaOkafor”, “GitHub: LenaOkafor”.
const ACCOUNT_BEFORE =
  /\b(?:account|channel|handle|username|user name|(?:Facebook|Instagram|LinkedIn) page|Twitter|Instagram|GitHub|Mastodon|Telegram)(?: is|:| called| named) ?[“"']?$/

/**
 * Whether an account on some platform is named, whose name has no spaces and capitals as it likes; a list may set it
 * before its owner’s.
 */
function isAccount(near: Around, account: string): boolean {
  if (ACCOUNT_BEFORE.test(near.before())) return true
  if (!/^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+$/u.test(account)) return false
  const owner = account.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
  const parting = /^(?: [-–—] |(?: \(|: )[^\p{L}]?)/u.exec(near.behind())?.[0]
  return parting !== undefined && near.behind(parting.length + owner.length) === parting + owner
}

function isDateline(story: Story, place: Span): boolean {
  const { dateline } = story.facts.layout
  return dateline !== undefined && contains(dateline.at, place)
}

/** “(NYSE: UPS)”, “(UPS)”, “<UPS>”. */
function isTicker(near: Around, name: string): boolean {
  return /^[)>]/.test(near.behind()) && TICKER.test(near.before()) && !/[^A-Z]/.test(name)
}
