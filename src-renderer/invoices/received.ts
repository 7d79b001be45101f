import type { JudgedInvoice } from '#shared/contracts/console-engine/invoices.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { Fen } from '#shared/money/fen.ts'

type Recording = CommandArguments<'invoice.record'>

/** One invoice of the files that were dropped, and what became of it. */
export interface Received {
  /** The id it is recorded under. */
  readonly id: string
  readonly fileName: string
  readonly judged: JudgedInvoice
  /** What a person chose where the invoice does not say its kind. */
  readonly kind: 'special' | 'ordinary' | null
  readonly outcome: { readonly kind: 'recorded' } | { readonly kind: 'refused'; readonly why: string } | null
}

/** In the order in which they want attention. */
export const STANDINGS = ['refused', 'unfit', 'review', 'duplicate', 'red', 'fit', 'recorded'] as const
export type Standing = (typeof STANDINGS)[number]

/** How an invoice of a file stands among the others; `repeats` is the earlier file that holds it too. */
export interface Standings {
  readonly standing: Standing
  readonly repeats: string | null
  /** What recording it says; null where it cannot be recorded as it stands. */
  readonly said: Recording | null
}

/** Each invoice with how it stands, in the order of the files. */
export function standingsOf(all: readonly Received[]): (Received & Standings)[] {
  const first = new Map<string, string>()
  return all.map((each) => {
    const { number } = each.judged
    const repeats = number === null ? null : (first.get(number) ?? null)
    if (number !== null && repeats === null) first.set(number, each.fileName)
    const standing = standingOf(each, repeats !== null)
    const mayRecord = standing === 'fit' || standing === 'red' || standing === 'refused'
    return { ...each, repeats, standing, said: mayRecord && repeats === null ? saidOf(each) : null }
  })
}

function standingOf({ outcome, judged, kind }: Received, isRepeated: boolean): Standing {
  if (outcome !== null) return outcome.kind
  if (judged.known !== null || isRepeated) return 'duplicate'
  if (judged.said === null) return 'unfit'
  if (judged.said.kind === null && kind === null) return 'review'
  return judged.said.redLetter === null ? 'fit' : 'red'
}

function saidOf({ judged: { said }, kind }: Received): Recording | null {
  return said === null ? null : { ...said, kind: said.kind ?? kind }
}

/** What those that can be recorded come to. Fen. */
export function totalOf(all: readonly Standings[]): Fen {
  return all.reduce((sum, { said }) => sum + (said?.gross ?? 0), 0)
}
