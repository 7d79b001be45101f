/** The one key of each thing that is done with a key, on every screen. `g x` is one after the other. */
const KEYS = {
  'next-row': 'j',
  'previous-row': 'k',
  'open-row': 'Enter',
  'select-row': 'Space',
  'find-in-list': '/',
  'choose-1': '1',
  'choose-2': '2',
  'choose-3': '3',
  'choose-4': '4',
  'choose-5': '5',
  'choose-6': '6',
  'choose-7': '7',
  'choose-8': '8',
  'choose-9': '9',
  'next-case': 'e',
  'widen-case': 'w',
  close: 'Escape',
  /** As the filled button says. */
  decide: 'a',
  'ask-changes': 'r',
  /** Rejects what a vendor asks, refuses what a colleague asks. */
  refuse: 'x',
  'undo-decision': 'z',
  'assign-to-me': 'm',
  'submit-form': 'mod+enter',
  'start-review': 's',
  'record-contract': 'c',
  /** Opens a vendor, publishes a listing. */
  'put-live': 'p',
  'propose-delisting': 'd',
  delist: 'D',
  waive: 'v',
  'issue-receipt': 'i',
  'request-refund': 'q',
  'split-line': 'b',
  'other-money': 'n',
  'take-back-line': 't',
  'unmatch-line': 'u',
  'search-target': 'f',
  'join-lines': 'l',
  'open-files': 'o',
  'sync-now': 'y',
  /** 月结 of the month that is chosen. */
  'open-month': 'M',
  'adjust-statement': 'A',
  'export-book': 'B',
  /** The list as filtered and ordered, as a workbook. */
  'export-list': 'E',
  /** How the next figure of a list came about. */
  'explain-next': 'h',
  'previous-picture': 'ArrowLeft',
  'next-picture': 'ArrowRight',
  help: '?',
  palette: 'mod+k',
} as const

/** What a key is for; `go-to-a` leads to the screen with the letter a. */
export type KeyMeaning = keyof typeof KEYS | `go-to-${string}`

export const KEY_MEANINGS = Object.keys(KEYS) as (keyof typeof KEYS)[]

/** The key of a meaning, as `keyName` names key presses. */
export function keyOf(meaning: KeyMeaning): string {
  return isGoTo(meaning) ? `g ${meaning.slice('go-to-'.length)}` : KEYS[meaning]
}

function isGoTo(meaning: KeyMeaning): meaning is `go-to-${string}` {
  return meaning.startsWith('go-to-')
}

const CHOICES: readonly KeyMeaning[] = KEY_MEANINGS.filter((meaning) => meaning.startsWith('choose-'))

/** What the key means that chooses the one at `index` of several; null beyond the ninth. */
export function choosing(index: number): KeyMeaning | null {
  return CHOICES[index] ?? null
}
