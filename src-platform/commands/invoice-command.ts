import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { type ProviderInvoice, remainingGross } from '#shared/contracts/console-platform/records/invoice.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  decideInvoice,
  type InvoiceDecision,
  invoiceAround,
} from '#shared/contracts/console-platform/transitions/invoice-transitions.ts'
import { invoiceNumber, isInvoiceNumber, isWholeNumber } from '#shared/invoices/invoice.ts'
import { buyerFindings } from '#shared/rules/invoices/check-one-invoice.ts'
import { ourselvesOn } from '#shared/rules/invoices/ourselves.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to an invoice of a provider, with what it takes back and the requests it counts for. */
export async function decideOnInvoice(
  setting: CommandSetting,
  before: ProviderInvoice | null,
  decision: InvoiceDecision,
  id: string,
): Promise<ProviderInvoice | Refusal> {
  const { transaction, actor, at } = setting
  const around = await answeredFrom(invoiceAround(before, decision), transaction)
  const decided = decideInvoice(before, id, around, decision, actor, at)
  if (typeof decided === 'string') return refuse(decided, before?.recorded.byName ?? id)
  const { invoice, original, payouts } = decided
  const refusal = decision.type === 'invoice.record' ? await whyNone(setting, invoice) : null
  if (refusal !== null) return refusal
  for (const after of payouts) {
    const payout = around.payouts.find((each) => each.id === after.id) ?? null
    await writeRecord(setting, decision.type, 'payoutRequest', payout, after)
  }
  if (original !== null) await writeRecord(setting, decision.type, 'invoice', around.original, original)
  await writeRecord(setting, decision.type, 'invoice', before, invoice)
  return invoice
}

/** What keeps a paper from being an invoice on record: its number, day, sums and buyer; or another that has the number. */
async function whyNone(
  { platform, transaction, at }: CommandSetting,
  invoice: ProviderInvoice,
): Promise<Refusal | null> {
  if (!isInvoiceNumber(invoice)) return refuse('bad-arguments', 'number: 20 digits, or a code and 8')
  if (invoice.net + invoice.tax !== invoice.gross) return refuse('bad-arguments', 'gross: net and tax differ')
  if (invoice.gross < 0 !== (invoice.redLetter !== null)) {
    return refuse('bad-arguments', 'gross: below zero is a red letter, and only that')
  }
  const [wrongBuyer] = buyerFindings(invoice, ourselvesOn(platform.policies.controls, shanghaiDate(at)))
  if (wrongBuyer !== undefined) return refuse('not-to-us', `${invoice.buyer} ${invoice.buyerTaxId}`)
  const marketplaces = new Set([
    invoice.marketplace,
    ...platform.policies.packs.map(({ marketplace }) => marketplace),
  ])
  for (const marketplace of marketplaces) {
    const known = await transaction.named('invoice', marketplace, invoiceNumber(invoice))
    if (known !== null)
      return refuse('number-used', `${known.providerName} ${known.recorded.at.slice(0, 10)}`)
  }
  const isNoOriginal = await whyNoOriginal(transaction, invoice)
  if (isNoOriginal !== null || invoice.redLetter === null) return isNoOriginal
  return whyNoRedLetter(transaction, invoice, invoice.redLetter, marketplaces)
}

/** What keeps an invoice from being the one that red letters recorded before it take back; of a red letter there is never enough. */
async function whyNoOriginal(
  transaction: CommandSetting['transaction'],
  invoice: ProviderInvoice,
): Promise<Refusal | null> {
  const reds = await transaction.redLettersOf(invoiceNumber(invoice))
  if (reds.length === 0) return null
  const strange = reds.find(
    (red) => red.providerId !== invoice.providerId || red.marketplace !== invoice.marketplace,
  )
  if (strange !== undefined) {
    return refuse('red-letter-elsewhere', `${strange.providerName} ${invoiceNumber(strange)}`)
  }
  const left = reds.reduce((sum, { gross }) => sum + gross, invoice.gross)
  return left < 0 ? refuse('red-letters-exceed', reds.map(invoiceNumber).join(' ')) : null
}

/** What keeps a red letter from taking anything back: an original of another provider, or too little of it left. */
async function whyNoRedLetter(
  transaction: CommandSetting['transaction'],
  red: ProviderInvoice,
  { original: number }: NonNullable<ProviderInvoice['redLetter']>,
  marketplaces: ReadonlySet<string>,
): Promise<Refusal | null> {
  // Another text would find no invoice, and take nothing back.
  if (!isWholeNumber(number)) return refuse('bad-arguments', 'redLetter.original: 20 digits, or a code and 8')
  for (const marketplace of marketplaces) {
    const original = await transaction.named('invoice', marketplace, number)
    if (original === null) continue
    if (original.providerId !== red.providerId || original.marketplace !== red.marketplace)
      return refuse('original-elsewhere', original.providerName)
    if (original.redLetter !== null || remainingGross(original) + red.gross < 0)
      return refuse('unknown-invoice', number)
  }
  return null
}
