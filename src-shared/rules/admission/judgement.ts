import type { Bilingual } from '../../base/bilingual.ts'

/** The answer to one test: what was looked at, what was found, what would be needed. */
export interface Judgement {
  readonly verdict: 'pass' | 'fail' | 'unknown'
  /** A key of the applicant, `answers.<key>` or `documents.<kind>`. */
  readonly fact: string
  readonly found: Bilingual
  readonly required: Bilingual
  readonly documentHashes: readonly string[]
}

export const NOT_STATED: Bilingual = { zh: '未提供', en: 'not stated' }

/** Judges a fact that may be missing: null is unknown, never a fail. */
export function judgeStated<T>(
  fact: string,
  value: T | null | undefined,
  required: Bilingual,
  inWords: (value: T) => Bilingual,
  holds: (value: T) => boolean,
): Judgement {
  if (value === null || value === undefined) {
    return { verdict: 'unknown', fact, found: NOT_STATED, required, documentHashes: [] }
  }
  return {
    verdict: holds(value) ? 'pass' : 'fail',
    fact,
    found: inWords(value),
    required,
    documentHashes: [],
  }
}

/** The same text in both languages: names, codes, dates. */
export function same(text: string): Bilingual {
  return { zh: text, en: text }
}
