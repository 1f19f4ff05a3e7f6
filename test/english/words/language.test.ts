/** Tests of telling English from other languages. */
import { describe, expect, it } from 'vitest'
import { isEnglish } from '../../../src/english/words/language.ts'

const ENGLISH =
  'The council voted for the plan late on Monday, after a debate that had lasted for nine hours and had emptied the hall.'
const FOREIGN: Readonly<Record<string, string>> = {
  German:
    'Der Rat hat am späten Montag für den Plan gestimmt, und die Brücke wird nun auch mit dem Geld des Bundes gebaut.',
  French:
    'Le conseil a voté pour le projet lundi soir, après un débat de neuf heures qui avait vidé la salle, et les travaux sont prévus pour mai.',
  Spanish:
    'El consejo votó el lunes por la noche a favor del plan, después de un debate que duró nueve horas y que dejó la sala vacía, por una vez.',
  Italian:
    'Il consiglio ha votato per il piano lunedì sera, dopo un dibattito che è durato nove ore e che ha svuotato la sala della città.',
  Dutch:
    'De raad stemde maandagavond voor het plan, na een debat dat negen uur had geduurd en dat niet op tijd voor het eten klaar was.',
  Portuguese:
    'O conselho votou a favor do plano na segunda-feira, após um debate que durou nove horas e que não deixou uma alma na sala, para os que foram.',
  Polish:
    'Rada głosowała za planem w poniedziałek, ale nie jest to koniec, bo na moście się nie buduje, że tak powiem, z niczego.',
  Russian: 'Совет проголосовал за план поздно вечером в понедельник после девяти часов дебатов.',
  Chinese: '市议会周一深夜投票通过了修建新桥的计划，此前辩论持续了九个小时。',
  Japanese: '市議会は月曜日の深夜、九時間に及ぶ討論の末、新しい橋の計画を可決した。',
  Hindi: 'परिषद ने सोमवार देर रात नौ घंटे की बहस के बाद नए पुल की योजना के पक्ष में मतदान किया।',
  Arabic: 'صوّت المجلس لصالح الخطة في وقت متأخر من مساء الاثنين بعد نقاش دام تسع ساعات.',
  Korean: '시의회는 월요일 밤늦게 아홉 시간의 토론 끝에 새 다리 계획을 통과시켰다.',
  Greek: 'Το συμβούλιο ψήφισε υπέρ του σχεδίου αργά το βράδυ της Δευτέρας, μετά από εννέα ώρες.',
}

describe('a paragraph', () => {
  it('of English is English', () => {
    expect(isEnglish(ENGLISH)).toBe(true)
    expect(isEnglish(ENGLISH.toUpperCase())).toBe(true)
  })

  it.each(Object.entries(FOREIGN))('of %s is not', (_, text) => {
    expect(isEnglish(text)).toBe(false)
  })

  it('of German in capitals is not', () => {
    expect(isEnglish(FOREIGN['German']!.toUpperCase())).toBe(false)
  })

  it.each([
    'Ursula von der Leyen warns Britain, Rio de Janeiro and Los Angeles of La Niña as de Gaulle and van der Bellen look on in El Paso.',
    'Xiaomi, Huawei, Foxconn, Nokia, Ericsson, Samsung, Baidu, Tencent: 2.5, 3.1, 4.7, 8.9, 12.1, 14.2 billion.',
    'Shares of Volkswagen, Bayer and BASF fell as traders in Frankfurt weighed the words of the central bank.',
    'Prices: €12.50 — up 4%; 😀😀😀😀😀😀😀😀😀😀😀😀',
    'He sang “Non, je ne regrette rien” to the crowd that had come to the square in the rain to hear him.',
  ])('of English with foreign names in it is English: %s', (text) => {
    expect(isEnglish(text)).toBe(true)
  })

  it.each(['', ' ', '2024', '—', 'Le Monde', 'Viva la vida', 'Die Zeit und das Geld', 'Привет', '北京'])(
    'that is too short to tell is taken for English: “%s”',
    (text) => {
      expect(isEnglish(text)).toBe(true)
    },
  )

  it('of one language with words of the other is what it begins with and mostly is', () => {
    expect(isEnglish(`${ENGLISH} Он сказал: «Да».`)).toBe(true)
    expect(isEnglish(`The mayor of Xi’an (西安), who is said to be fond of tea (茶), was in the hall that day.`)).toBe(
      true,
    )
    expect(
      isEnglish(
        `${FOREIGN['German']} Der Bürgermeister sagte: “The plan is good.” Das ist nicht die Meinung der Opposition, die sich auf den Bund verlässt.`,
      ),
    ).toBe(false)
    expect(isEnglish(`${FOREIGN['Russian']} Xiaomi Huawei.`)).toBe(false)
  })

  it('is judged by its beginning, however long it is', () => {
    const foreign = `${FOREIGN['French']} `.repeat(20)
    expect(isEnglish(foreign + `${ENGLISH} `.repeat(2000))).toBe(false)
    expect(isEnglish(ENGLISH + foreign)).toBe(true)
  })
})
