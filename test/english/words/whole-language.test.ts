/** What language a whole text is in, however short its blocks are. */
import { describe, expect, it } from 'vitest'
import { isInOtherLanguage } from '../../../src/english/words/whole-language.ts'

describe('a whole text', () => {
  it.each([
    [
      'Spanish',
      'Mejorar la tabla. Los barcos que se quedan por la noche. Una lista para el puerto y su jefe. No tiene una tabla con los barcos, y es para la noche.',
    ],
    [
      'Polish',
      'Opcje się nie liczą. Tabela na noc jest dla statków, które stoją w porcie z wodą. Nie ma tabeli dla statków na noc. Że się nie liczy.',
    ],
    [
      'Turkish',
      'Liman için bir tablo ve bir liste. Gemiler için bir yer var ve gece için bir liste daha var. Bu liste için bir tablo ve bir yer.',
    ],
  ])('in %s is in another language', (_name, text) => {
    expect(isInOtherLanguage(text)).toBe(true)
  })

  it.each([
    [
      'a quotation',
      'The harbour of Ostby said that it is shut. “No hay barcos que se quedan por la noche en el muelle para los pasajeros,” he said, and that was all that he had to say to them.',
    ],
    [
      'one word of another language in each line',
      'ES 2015, ES 2016, ES 2017, ES 2018, ES 2019, ES 2020, ES 2021, ES 2022, ES 2023',
    ],
    ['another script', 'Порт Остбі знову працює з понеділка.'],
    ['next to nothing', 'Le Monde'],
  ])('is not, for %s', (_name, text) => {
    expect(isInOtherLanguage(text)).toBe(false)
  })
})
