/**
 * Where a letter stands for a sign that it became in a wrong code page: a table of letters, the places that tell, and
 * the signs.
 */

/**
 * A letter that is damage at some places: the first of what stands there, the place as a sticky pattern, and what it
 * should read.
 */
export type Sign = readonly [sign: string, pattern: RegExp, repair: string | undefined]

/**
 * Single bytes of windows-1252 read as Mac OS Roman, or the other way round; and “â”, which has lost the rest of its
 * bytes.
 */
export const SINGLE_BYTES: readonly Sign[] = [
  // But “Òscar” and “Òmnium Cultural” are Catalan.
  ['Ò', /(?<![A-Za-z\u00C0-\u024F])Ò(?=[A-Z]|[a-z]{1,20}[ ”"Ó,.])(?!scar|mnium|pera|dena)/y, '“'],
  ['Ó', /(?<=[a-z.,!?’'])Ó(?![A-Za-z\u00C0-\u024F])/y, '”'],
  ['Õ', /(?<=[a-z]s)Õ(?= [a-z])/y, '’'],
  ['Ñ', /(?<=[a-z])Ñ(?=[a-z])/y, '—'],
  ['Ñ', /(?<=[\w.,;:)”"’] )Ñ(?= [\w“"‘])/y, '—'],
  ['Ð', /(?<=[a-z\d])Ð(?=[a-z\d])/y, '–'],
  ['Ð', /(?<=[\w.,;:)”"’] )Ð(?= [\w“"‘])/y, '–'],
  ['É', /(?<=[a-z]{3})É(?= ?[a-z])/y, undefined],
  ['Ö', /(?<=[a-z]{2})Ö(?=[ \n”"]|$)/y, '…'],
  ['Ž', /(?<=[a-z])Ž(?![A-Z])/y, 'é'],
  ['Ÿ', /(?<=[A-Za-z])Ÿ(?=[a-z])/y, 'ü'],
  ['ì', /(?<![A-Za-z\u00C0-\u024F])ì(?=[A-Za-z])/y, '“'],
  ['î', /(?<=[.,!?])î(?![A-Za-z\u00C0-\u024F])/y, '”'],
  ['î', /(?<=[a-z]{4})î(?=[.,;:)])/y, '”'],
  // But “París”, “Luís”, “Solís” are Spanish and Portuguese, “Hafdís” is Icelandic.
  ['í', /(?<=[A-Za-z]{3}[a-ce-z])í(?=s [A-Za-z\d“‘])/y, '’'],
  ['í', /(?<=[A-Z]{3}|(?<![A-Za-z])[a-z]{3,20}d)í(?=s [a-z])/y, '’'],
  // But “Seosamh ó Súilleabháin” is an Irish name.
  ['ó', /(?<=[a-z]{3} )ó(?= (?:[a-z]{2}|a ))/y, '—'],
  ['ó', /(?<=(?<![A-Za-z\u00C0-\u024F])[a-z]{3,20} |[.,”"] )ó(?= [A-Z][A-Za-z])/y, '—'],
  ['ñ', /(?<=[\w.,;:)”"’] )ñ(?= \w)/y, '–'],
  // But “âge”, “âme”, “âne”, “âpre”, “âtre” are French.
  ['â', /(?<![A-Za-z\u00C0-\u024F])â(?=[A-Z]|[abdefhijkloqrsuvwy][a-z]* )/y, '“'],
  ['â', /(?<=[a-z]{4})â(?=[a-z]{4})/y, '—'],
  ['â', /(?<=[.,!?])â(?![A-Za-z\u00C0-\u024F€‚„])/y, '”'],
  ['â', /(?<=[a-z]s)â(?= [a-z])/y, '’'],
  ['â', /(?<=[a-z\d.,)] )â(?= [a-zA-Z])/y, '—'],
  ['â', /(?<=[a-z]{3}[a-z])â(?= [a-z])/y, undefined],
  ['¸', /(?<=[A-Za-z])¸(?=[a-z])/y, 'ü'],
  ['ˆ', /(?<=[A-Za-z])ˆ(?=[a-z])/y, 'ö'],
  ['‰', /(?<=[A-Za-z])‰(?=[a-z])/y, 'ä'],
  ['³', /(?<=^|[\s(])³(?=[A-Z])/my, '“'],
  ['²', /(?<=[.,!?])²(?=[\s)]|$)/my, '”'],
]

/** Misread UTF-8 of which a byte is gone, or has become a plain sign in yet another system. */
export const STUMPS: readonly Sign[] = [
  // Both of its other bytes were lost: “â??We”.
  ['â', /(?<![A-Za-z])â\?\?(?=[A-Za-z])/y, '“'],
  ['â', /(?<=[a-z][.,!?])â\?\?/y, '”'],
  ['â', /â\?\?/y, undefined],
  ['€', /(?<=[âÂ])€(?:\(TM\)|TM|tm|\(tm\))/y, '’'],
  ['€', /(?<=[âÂ])€(?:oe|OE)/y, '“'],
  ['€', /(?<=[âÂ])€~/y, '‘'],
  ['€', /(?<=[âÂ])€\.\.\./y, '…'],
  ['€', /(?<=[âÂ])€[?\uFFFD]?(?=[\s.,;:)]|$)/my, '”'],
  // What stands behind “â€” in the twenty-odd sequences that can be decoded is left to decoding.
  ['€', /(?<=[âÂ])€["'‘’“”]?(?![‚ƒ„…†‡•ˆ‰Š‹ŒŽ‘’“”–—˜™š›œž])/y, undefined],
  // UTF-8 that was read as Chinese or Japanese: “It鈥檚”, “It窶冱”.
  ['鈥', /(?<=[A-Za-z.,!? ])鈥[\u4E00-\u9FA5\uFFFD?]?/y, undefined],
  ['窶', /(?<=[A-Za-z.,!? ])窶[\uFF61-\uFF9F\u4E00-\u9FA5\uFFFD?]?/y, undefined],
  ['ï', /ï¿½?|ï»¿?/y, undefined],
  ['ð', /ðŸ[^\sA-Za-z\d.,]{0,2}/y, undefined],
  ['Ã', /Ã(?=["'](?=[a-z]))/y, undefined],
  ['Ã', /(?<=[a-z])Ã(?= |$)/my, 'à'],
  ['Ã', /(?<=[a-z])Ã(?=[a-z.,;:)])/y, undefined],
  ['Â', /(?<![A-Za-z\u00C0-\u024F])Â(?=[\sA-Z\d$£€“”"‘’(]|$)/my, ''],
  ['Â', /(?<=[a-z.,;:!?”"’)])Â(?![A-Za-z\u00C0-\u024F])/y, ''],
]
