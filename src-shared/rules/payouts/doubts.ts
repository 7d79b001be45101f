import { foldNameAsWritten } from '../../base/fold-name.ts'
import { daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'

/** 需再看一眼: what by itself keeps no money back, and should not pass unseen. */
export const DOUBTS = [
  'account-shared',
  'account-name-unlike',
  'account-young',
  'first-payment',
  'amount-unlike',
  'invoices-in-one-run',
] as const
export type DoubtId = (typeof DOUBTS)[number]

/** A reason to look twice, with what it was seen by: names, an amount, a day or numbers, as they are. */
export interface Doubt {
  readonly doubt: DoubtId
  readonly evidence: readonly string[]
}

/** What the reasons to look twice are seen by. */
export interface DoubtFacts {
  readonly on: PlainDate
  readonly providerName: string
  readonly amount: Fen
  readonly account: {
    readonly accountName: string
    readonly approvedOn: PlainDate | null
    /** Other providers with an account of that number. */
    readonly sharedWith: readonly string[]
  } | null
  /** What the provider was paid before. Fen. */
  readonly paidBefore: readonly Fen[]
  /** Numbers of this request's invoices. */
  readonly invoices: readonly string[]
  /** Numbers of other providers' invoices, each with whose it is. */
  readonly othersInvoices: readonly { readonly number: string; readonly providerName: string }[]
  readonly youngDays: number
  /** Which share of the usual amount, in hundredths of a per cent, is unlike it, upwards or down: 30,000 is three times. */
  readonly unlikeFrom: number
}

/** A hundred per cent. */
const WHOLE = 10_000n

/** Numbers no further apart than this were torn from one pad. */
const RUN = 3n

/** The reasons to look twice before a request is approved. Pure. */
export function doubtsAbout(facts: DoubtFacts): Doubt[] {
  const { account, providerName, on, youngDays, paidBefore } = facts
  const found: Doubt[] = []
  if (account !== null) {
    const { accountName, approvedOn, sharedWith } = account
    if (sharedWith.length > 0) found.push({ doubt: 'account-shared', evidence: sharedWith })
    if (foldNameAsWritten(accountName) !== foldNameAsWritten(providerName)) {
      found.push({ doubt: 'account-name-unlike', evidence: [accountName, providerName] })
    }
    if (approvedOn !== null && daysBetween(approvedOn, on) < youngDays) {
      found.push({ doubt: 'account-young', evidence: [approvedOn] })
    }
  }
  if (paidBefore.length === 0) found.push({ doubt: 'first-payment', evidence: [] })
  return [...found, ...unlikeAmount(facts), ...inOneRun(facts)]
}

function unlikeAmount({ amount, paidBefore, unlikeFrom }: DoubtFacts): Doubt[] {
  const usual = paidBefore.toSorted((one, other) => one - other)[Math.floor(paidBefore.length / 2)]
  if (usual === undefined) return []
  const share = BigInt(unlikeFrom)
  const [one, other] = [BigInt(amount), BigInt(usual)]
  const isUnlike = one * WHOLE >= other * share || other * WHOLE >= one * share
  return isUnlike ? [{ doubt: 'amount-unlike', evidence: [String(usual)] }] : []
}

function inOneRun({ invoices, othersInvoices }: DoubtFacts): Doubt[] {
  const mine = invoices.filter((number) => /^\d{8,20}$/.test(number))
  const near = othersInvoices.filter(({ number }) => {
    if (!/^\d{8,20}$/.test(number)) return false
    return mine.some((own) => own.length === number.length && apart(own, number) <= RUN)
  })
  if (near.length === 0) return []
  const evidence = near.map(({ number, providerName }) => `${number} ${providerName}`)
  return [{ doubt: 'invoices-in-one-run', evidence }]
}

function apart(one: string, other: string): bigint {
  const difference = BigInt(one) - BigInt(other)
  return difference < 0n ? -difference : difference
}
