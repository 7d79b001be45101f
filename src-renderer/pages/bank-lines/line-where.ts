import type { Texts } from '#renderer/i18n/texts.ts'
import type { LineRow, ShownPart } from '#shared/contracts/console-engine/bank-lines.ts'

type Words = Texts['bankLines']

/** Whom a line is with; where the bank names nobody, what it says. */
export function lineName(
  { counterpartyName, said }: Pick<LineRow, 'counterpartyName' | 'said'>,
  words: Words,
): string {
  return counterpartyName || said || words.noName
}

/** What a part is, by the provider or the kind. */
export function partWords({ target, providerName }: ShownPart, words: Words): string {
  if (target.kind === 'other') return words.kind[target.what]
  return providerName ?? words.kind[target.kind]
}

/** Where a line went, or is likely to go, in a few words. */
export function whereWords(row: LineRow, words: Words): string {
  const [first] = row.parts
  if (first !== undefined) {
    const said = partWords(first, words)
    return row.parts.length === 1 ? said : words.cell.several(said, row.parts.length)
  }
  if (row.status !== 'open') return words.kind.return
  if (row.suggestion === null) return words.cell.noSuggestion
  const { title, count } = row.suggestion
  return count === 1
    ? words.cell.suggestion(title)
    : `${words.cell.suggestion(title)} ${words.cell.more(count)}`
}
