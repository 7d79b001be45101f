import { foldWriting as writingOf } from './fold-writing.ts'
import { VARIANTS } from './variants.ts'

/** Texts whose folding is remembered: each is looked at in several ways, one after the other. More cost more to keep than to fold. */
const REMEMBERED_LIMIT = 1_000

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
  const text = foldVariants(writing)
  return { text, name: written === writing ? text : foldVariants(written), written }
})

/** As `writingOf`, remembering its latest answers. */
export const foldWriting = remembering(writingOf)

/**
 * Folded writing with one character for each set of variants. Good for finding, never for proving: 鉅 is 钜 or 巨, and
 * characters such as 昇 and 升 stand side by side in names of today.
 */
export function foldText(text: string): string {
  return foldVariants(foldWriting(text))
}

/** Folded and without blanks: a name is the same name however it is spaced. */
export function foldName(name: string): string {
  return foldVariants(foldNameAsWritten(name))
}

/** As `foldName`, of one of so many names that to remember them costs more than to fold them. */
export function foldNameAnew(name: string): string {
  return foldVariants(writingOf(name).replaceAll(' ', ''))
}

/** As `foldName`, in the characters it was written in: names equal so are the same name. */
export function foldNameAsWritten(name: string): string {
  return foldWriting(name).replaceAll(' ', '')
}

/** What stands for each character: code units of the first plane by themselves, the rest by their text. */
interface Representatives {
  /** 0: stands for itself. */
  readonly firstPlane: Uint16Array
  readonly beyond: ReadonlyMap<string, string>
}

let representatives: Representatives | null = null

function makeRepresentatives(): Representatives {
  const firstPlane = new Uint16Array(0x10000)
  const beyond = new Map<string, string>()
  for (const set of VARIANTS.trim().split(/\s/)) {
    const [first = '', ...others] = set
    for (const other of others) {
      if (other.length === 1 && first.length === 1) firstPlane[other.charCodeAt(0)] = first.charCodeAt(0)
      else beyond.set(other, first)
    }
  }
  return { firstPlane, beyond }
}

/** Each character as the first of its set of variants. */
function foldVariants(text: string): string {
  representatives ??= makeRepresentatives()
  const { firstPlane, beyond } = representatives
  let folded = ''
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isPair = (unit & 0xfc00) === 0xd800
    const other = firstPlane[unit] ?? 0
    const first = isPair
      ? beyond.get(text.slice(at, at + 2))
      : other !== 0
        ? String.fromCharCode(other)
        : undefined
    if (first !== undefined) {
      folded += text.slice(copied, at) + first
      copied = at + (isPair ? 2 : 1)
    }
    if (isPair) at += 1
  }
  return copied === 0 ? text : folded + text.slice(copied)
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
