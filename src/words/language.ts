/** Whether a block is English: cheap evidence from its letters and its commonest words. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const ENGLISH = words('the a an and of to in is was for on with that it he she they as at by from are be has have had not but his her this which will its who were said been their')
// The commonest words of languages in Latin letters that are no English words.
// Left out are the small words of names: “Ursula von der Leyen warns Britain” is English.
const OTHER = words('die das und ist nicht ein eine mit für auf dem im sich auch wird sind les des et est une dans pour qui sur avec pas que ne se y es una por con para como su lo il che è per sono della gli nel anche uma não os em um mais het een niet op voor zijn dat och att som det på är inte ikke til ble jest nie się na że w z ve bir bu için')

// Stretches shorter than this tell nothing of their language: “Le Monde”, “Viva la vida”.
const FEWEST_WORDS = 8
const READ = 1200

/** Whether a text is English, or too short to tell; only its first 1,200 characters are looked at. */
export function isEnglish(text: string): boolean {
  const head = text.length > READ ? text.slice(0, READ) : text
  let english = 0
  let other = 0
  let count = 0
  for (const [word] of head.matchAll(/[\p{L}\p{M}]+/gu)) {
    count++
    const lower = word.toLowerCase()
    if (ENGLISH.has(lower)) english++
    else if (OTHER.has(lower)) other++
    // A block that has shown its language needs no further reading.
    if (english >= 4 && english > 2 * other) return true
  }
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters >= 10 && latin < letters / 2) return false
  return count < FEWEST_WORDS || other < 3 || other <= english || other / count < 0.15
}
