/** Tells files that are no text from their first bytes, and packages (ZIP) from the names of their members. */
import type { RefusedKind } from './refusal.ts'

const WORD: RefusedKind = { name: 'a Word document (DOCX)', advice: 'pandoc' }

// The first bytes of each kind, as Windows-1252 has them; a dot stands for any byte.
const MAGIC: readonly (readonly [RegExp, RefusedKind])[] = [
  [/^\{\\rtf/, { name: 'a Rich Text document (RTF)', advice: 'pandoc' }],
  [/^%PDF-/, { name: 'a PDF', advice: 'pdf' }],
  [/^%!PS/, { name: 'a PostScript file', advice: 'pdf' }],
  [/^\xD0\xCF\x11\xE0/, { name: 'an old Office document (DOC, XLS …)', advice: 'saveAs' }],
  [/^\x06\x06\xED\xF5/, { name: 'an InDesign document (INDD)', advice: 'saveAs' }],
  [
    /^(?:.PNG\r\n|\xFF\xD8\xFF|GIF8[79]a|II\*\0|MM\0\*|8BPS\0|BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif))/s,
    { name: 'an image', advice: 'none' },
  ],
  [
    /^(?:.{4}ftyp|RIFF.{4}(?:AVI |WAVE)|OggS\0|ID3[\x02-\x04]\0|\xFF[\xFB\xF3\xF2]|fLaC\0|\x1A\x45\xDF\xA3)/s,
    { name: 'a recording (sound or video)', advice: 'none' },
  ],
  [/^SQLite format 3\0/, { name: 'a database (SQLite)', advice: 'export' }],
  [
    /^(?:\x1F\x8B|BZh\d1AY|\xFD7zXZ\0|7z\xBC\xAF|Rar!\x1A|\x28\xB5\x2F\xFD)/,
    { name: 'a compressed file', advice: 'saveAs' },
  ],
]

// What a package's members are called, or what its first member says it is.
const PACKAGES: readonly (readonly [RegExp, RefusedKind])[] = [
  [/vnd\.oasis\.opendocument\.text/, { name: 'an OpenDocument text (ODT)', advice: 'pandoc' }],
  [/vnd\.oasis\.opendocument/, { name: 'an OpenDocument file', advice: 'saveAs' }],
  [/epub\+zip|OEBPS\//, { name: 'an e-book (EPUB)', advice: 'pandoc' }],
  [/indesign-idml-package|designmap\.xml/, { name: 'an InDesign package (IDML)', advice: 'saveAs' }],
  [/word\/document\d*\.xml/, WORD],
  [/xl\/workbook\.xml/, { name: 'a spreadsheet (XLSX)', advice: 'saveAs' }],
  [/ppt\/presentation\.xml/, { name: 'a presentation (PPTX)', advice: 'saveAs' }],
  [
    /Index\/.{0,40}\.iwa|Index\.zip|index\.apxl|buildVersionHistory\.plist/s,
    { name: 'a document of Pages, Numbers or Keynote', advice: 'saveAs' },
  ],
  [/word\//, WORD],
]
const ARCHIVE: RefusedKind = { name: 'a ZIP archive', advice: 'saveAs' }

const HEAD = 4_096
// The directory of a package stands at its end, and a comment of at most 65,535 bytes behind it.
const TAIL = 131_072

/** What kind of file some bytes are, where it is one that holds no text in the open; nothing for all others. */
export function binaryKind(bytes: Uint8Array): RefusedKind | undefined {
  const head = lettersOf(bytes.subarray(0, HEAD))
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const names = `${head}\n${lettersOf(bytes.subarray(Math.max(0, bytes.length - TAIL)))}`
    return PACKAGES.find(([member]) => member.test(names))?.[1] ?? ARCHIVE
  }
  return MAGIC.find(([magic]) => magic.test(head))?.[1]
}

function lettersOf(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}
