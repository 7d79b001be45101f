import { RADICALS } from './radicals.ts'

/** ASCII and unified ideographs, which are no other writing of anything. */
const AS_IT_STANDS = /^[ -~\u4e00-\u9fff]*$/
/** Of these nothing is written otherwise. */
const IS_FOLDED = /^[0-9a-z\u4e00-\u9fff]*$/
/** Brackets of ASCII that are written otherwise. */
const HAS_BRACKET = /[[\]{}]/
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu
/** Radicals, strokes and compatibility ideographs: other code points for characters that are unified. */
const NOT_UNIFIED = /[\u2e80-\u2fd5\u31c0-\u31e3\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu
const DASHES = /[\u2010-\u2015\u2212\u30fc\ufe58\ufe63\uff0d]/g
const DOTS = /[\u2022\u2027\u2219\u22c5\u30fb]/g
/** Circles that are typed for the ideographic zero. */
const ZEROS = /[\u25cb\u25ef]/g
const OPENING = /[[{〔【〈《「『〖〘〚]/g
const CLOSING = /[\]}〕】〉》」』〗〙〛]/g

const unifiedOf = new Map(
  RADICALS.trim()
    .split(/\s/)
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
)

/**
 * A text in unified ideographs, as it is drawn and copied: no radicals as PDFs give them, nothing invisible, all else as
 * it stands. NFKC leaves 113 of the 115 radicals of U+2E80–2EF3; U+2E80 is like no ideograph and stays.
 */
export function unifyIdeographs(text: string): string {
  if (AS_IT_STANDS.test(text)) return text
  return text
    .replace(NOT_UNIFIED, (character) => unifiedOf.get(character) ?? character.normalize('NFC'))
    .replace(INVISIBLE, '')
}

/** A text in one form of each character: full width, ideographic and compatibility forms are made plain. */
export function foldForms(text: string): string {
  return AS_IT_STANDS.test(text) ? text : unifyIdeographs(text).normalize('NFKC')
}

/**
 * A text as it is written, whatever keyboard or file wrote it: its forms folded, one kind of bracket, dash and dot, small
 * letters, single blanks. Two texts that fold alike are the same writing of a name.
 */
export function foldWriting(text: string): string {
  if (IS_FOLDED.test(text)) return text
  const isPlain = AS_IT_STANDS.test(text)
  const plain = isPlain ? text : foldMarks(foldForms(text))
  const marked =
    isPlain && !HAS_BRACKET.test(text) ? plain : plain.replace(OPENING, '(').replace(CLOSING, ')')
  const small = marked.toLowerCase()
  return (isPlain && !small.includes('  ') ? small : small.replace(/\s+/g, ' ')).trim()
}

function foldMarks(text: string): string {
  return text.replace(DASHES, '-').replace(DOTS, '·').replace(ZEROS, '〇')
}
