import type { ReasonChoice } from './reason-choice.ts'

/** Longest note a decision carries, in UTF-16 units, as its command says. */
export const NOTE_LIMIT = 4000

/** The note to the vendor that says the chosen reasons with their remedies, in the vendor's language. */
export function composeVendorNote(
  opening: string,
  choices: readonly ReasonChoice[],
  chosen: readonly string[],
  language: 'zh' | 'en',
): string {
  const lines = choices
    .filter((choice) => chosen.includes(choice.id))
    .flatMap((choice) => choice.lines)
    .map((line, index) => `${index + 1}. ${line[language]}`)
  return lines.length === 0 ? '' : [opening, ...lines].join('\n').slice(0, NOTE_LIMIT)
}
