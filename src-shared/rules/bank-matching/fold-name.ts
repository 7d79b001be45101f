import { Converter } from 'opencc-js/t2cn'

/** Texts whose folding is remembered: payers and wordings come again, and each is looked at in several ways. */
const REMEMBERED_LIMIT = 10_000

let converter: ((text: string) => string) | null = null
/** The dictionary takes some milliseconds to build: not before a name is folded. */
function convert(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' })
  return converter(text)
}
const simplified = remembering(convert)

/** Of these nothing is written otherwise. */
const IS_FOLDED = /^[0-9a-z\u4e00-\u9fff]*$/
/** ASCII and unified ideographs, which are no other writing of anything. */
const AS_IT_STANDS = /^[ -~\u4e00-\u9fff]*$/
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu
const DASHES = /[\u2010-\u2015\u2212\u30fc\ufe58\ufe63\uff0d]/g
const DOTS = /[\u2022\u2027\u30fb]/g
const OPENING = /[[{〔【〈《「]/g
const CLOSING = /[\]}〕】〉》」]/g

/**
 * A text as it is written, whatever keyboard wrote it: NFKC, nothing invisible, one kind of bracket, dash and dot,
 * small letters, single blanks. Two texts that fold alike are the same writing of a name.
 */
export const foldWriting = remembering(writingOf)

function writingOf(text: string): string {
  if (IS_FOLDED.test(text)) return text
  return (AS_IT_STANDS.test(text) ? text : normalize(text))
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

function normalize(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').replace(DOTS, '·')
}

/** One text, folded in every way. */
export interface FoldedText {
  /** As `foldText`. */
  readonly text: string
  /** As `foldName`. */
  readonly name: string
  /** As `foldNameAsWritten`. */
  readonly written: string
}

export const foldAll = remembering((given: string): FoldedText => {
  const writing = writingOf(given)
  const written = writing.replaceAll(' ', '')
  const text = convert(writing)
  return { text, name: written === writing ? text : convert(written), written }
})

/**
 * Folded writing in simplified characters. Good for finding, not for proving: different names may become one,
 * because characters such as 昇 and 升 stand side by side in names of today.
 */
export function foldText(text: string): string {
  return simplified(foldWriting(text))
}

/** Folded and without blanks: a name is the same name however it is spaced. */
export function foldName(name: string): string {
  return simplified(foldNameAsWritten(name))
}

/** As `foldName`, in the characters it was written in. */
export function foldNameAsWritten(name: string): string {
  return foldWriting(name).replaceAll(' ', '')
}

const LEGAL_FORM = /(股份有限公司|有限责任公司|有限公司|集团公司|合伙企业|公司)(\((有限合伙|普通合伙)\))?$/
const REGION_IN_BRACKETS = /\([^()]{1,12}\)/g

/** A folded name without its legal form: what people write when they are short of room. */
export function withoutLegalForm(folded: string): string {
  return folded.replace(LEGAL_FORM, '')
}

/** The part of a folded name that tells one company from another, for likeness only: no form, no bracketed region. */
export function distinctivePart(folded: string): string {
  return withoutLegalForm(folded.replace(REGION_IN_BRACKETS, ''))
}

/** The same function, which remembers its latest answers. */
function remembering<T>(fold: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const folded = fold(text)
    if (answers.size >= REMEMBERED_LIMIT) answers.clear()
    answers.set(text, folded)
    return folded
  }
}
