import { TEXTS } from '#renderer/i18n/texts.ts'
import type { ReasonChoice } from './reason-choice.ts'

/** Longest note a decision carries, in UTF-16 units, as its command says. */
export const NOTE_LIMIT = 4000

/** Notes are composed in the language vendors are addressed in, whatever the reviewer reads. */
const VENDOR_LANGUAGE = 'zh'
export const VENDOR_TEXTS = TEXTS[VENDOR_LANGUAGE].review.form

/** The note to the vendor that says the chosen reasons with their remedies. */
export function composeVendorNote(
  opening: string,
  choices: readonly ReasonChoice[],
  chosen: readonly string[],
): string {
  const lines = choices
    .filter((choice) => chosen.includes(choice.id))
    .flatMap((choice) => choice.lines)
    .map((line, index) => `${index + 1}. ${line[VENDOR_LANGUAGE]}`)
  return lines.length === 0 ? '' : [opening, ...lines].join('\n').slice(0, NOTE_LIMIT)
}
