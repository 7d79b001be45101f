import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout } from '../commands.ts'
import {
  type CommissionInvoice,
  commissionInvoiceStatus,
  type InvoiceBuyer,
} from '../records/commission-invoice.ts'
import type { Provider } from '../records/provider.ts'
import type { SettlementStatement } from '../records/settlement-statement.ts'
import { type Asking, ask, askOfProvider } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf, stepOf } from './decision.ts'

export type InvoiceDecision = DecisionAbout<'commissionInvoice'>
type InvoiceCommand = CommandAbout<'commissionInvoice'>
export type InvoiceTrouble =
  | 'wrong-state'
  | 'unknown-provider'
  | 'same-person'
  | 'amount-differs'
  | 'unknown-invoice'
  | 'red-letter-rests'
  | 'buyer-differs'

/** What stands around an invoice: its provider, and all invoices to it. */
export interface InvoiceSurroundings {
  readonly provider: Provider | null
  readonly invoices: readonly CommissionInvoice[]
}

/** What a decision about an invoice rests on; asks for it. */
export function* invoiceSurroundings({
  marketplace,
  providerId,
}: CommissionInvoice): Asking<InvoiceSurroundings> {
  return {
    provider: yield* ask('provider', providerId),
    invoices: yield* askOfProvider('commissionInvoice', marketplace, providerId),
  }
}

/** Whether an invoice is in a state for a decision. A number may come back for one that was exported and then dropped. */
export function commissionInvoiceAllows(
  invoice: Pick<CommissionInvoice, 'side' | 'exported' | 'issued' | 'dropped' | 'counteredBy'>,
  type: InvoiceCommand,
): boolean {
  const status = commissionInvoiceStatus(invoice)
  switch (type) {
    case 'commission-invoice.mark-exported':
      return status === 'to-issue' || status === 'exported'
    case 'commission-invoice.record-number':
      return (
        invoice.side === 'blue' &&
        invoice.issued === null &&
        (invoice.dropped === null || invoice.exported !== null)
      )
    case 'commission-invoice.record-red-letter':
      return status === 'red-due'
    case 'commission-invoice.take-back-number':
      return invoice.issued !== null && invoice.counteredBy === null
  }
}

/** Who may not give a decision because of what she did before: who recorded a number does not take it back. */
export function barredFromInvoice(
  { issued }: Pick<CommissionInvoice, 'issued'>,
  type: InvoiceCommand,
): string[] {
  return type === 'commission-invoice.take-back-number' && issued !== null ? [issued.by] : []
}

/** The invoice after a decision, one version further, or why it cannot be. Pure. Whether a number is free the platform sees. */
export function decideCommissionInvoice(
  before: CommissionInvoice,
  { provider, invoices }: InvoiceSurroundings,
  decision: InvoiceDecision,
  actor: Actor,
  at: Instant,
): CommissionInvoice | InvoiceTrouble {
  if (!commissionInvoiceAllows(before, decision.type)) return 'wrong-state'
  if (barredFromInvoice(before, decision.type).includes(actor.id)) return 'same-person'
  const act = { at, by: actor.id, byName: actor.name }
  const after = {
    ...before,
    version: before.version + 1,
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
  switch (decision.type) {
    case 'commission-invoice.mark-exported': {
      const { buyer } = decision.arguments
      if (provider === null) return 'unknown-provider'
      if (provider.name !== buyer.name || provider.uscc !== buyer.taxId) return 'buyer-differs'
      return { ...after, buyer, exported: act }
    }
    case 'commission-invoice.record-number': {
      const { number, issuedOn, gross } = decision.arguments
      if (gross !== before.gross) return 'amount-differs'
      if (provider === null && before.buyer === null) return 'unknown-provider'
      return { ...after, buyer: before.buyer ?? buyerOf(provider), issued: { ...act, number, issuedOn } }
    }
    case 'commission-invoice.record-red-letter': {
      const { number, issuedOn, gross, blueNumber } = decision.arguments
      if (gross !== before.gross) return 'amount-differs'
      if (before.counters !== null && before.blueNumber !== blueNumber) return 'unknown-invoice'
      if (leftOf(invoices, blueNumber, before.id) < -gross) return 'unknown-invoice'
      return { ...after, blueNumber, issued: { ...act, number, issuedOn } }
    }
    case 'commission-invoice.take-back-number': {
      const rests = invoices.some(
        (each) => each.id !== before.id && each.blueNumber === before.issued?.number,
      )
      if (rests) return 'red-letter-rests'
      return { ...after, issued: null, blueNumber: before.counters === null ? null : before.blueNumber }
    }
  }
}

/** Who an invoice would be made out to today. */
export function buyerOf(provider: Provider | null): InvoiceBuyer | null {
  return provider === null ? null : { name: provider.name, taxId: provider.uscc }
}

/** What red letters may still take from the invoice of a number, but for one of them; below zero where there is none. Fen. */
function leftOf(invoices: readonly CommissionInvoice[], blueNumber: string, but: string): number {
  const blue = invoices.find(({ side, issued }) => side === 'blue' && issued?.number === blueNumber)
  if (blue === undefined) return -1
  return invoices
    .filter((each) => each.blueNumber === blueNumber && each.issued !== null && each.id !== but)
    .reduce((left, { gross }) => left + gross, blue.gross)
}

/** A new invoice, or red letter, for a statement that was committed. `due` is in fen. */
export function newCommissionInvoice(
  id: string,
  { id: statementId, marketplace, month, providerId, providerName }: SettlementStatement,
  due: Pick<CommissionInvoice, 'gross' | 'net' | 'tax' | 'taxBasisPoints' | 'steps'>,
  at: Instant,
): CommissionInvoice {
  const { gross, net, tax, taxBasisPoints, steps } = due
  return {
    ...{ id, version: 1, marketplace, month, providerId, providerName, statementId },
    side: gross > 0 ? 'blue' : 'red',
    ...{ gross, net, tax, taxBasisPoints, steps },
    ...{ counters: null, counteredBy: null, blueNumber: null, buyer: null },
    ...{ exported: null, issued: null, dropped: null, history: [], updatedAt: at },
  }
}

/**
 * What the voiding of its statement leaves of an invoice: one that was not issued is dropped; one that was is taken back
 * by a new document of the opposite amount.
 */
export function invoiceOfVoided(
  invoice: CommissionInvoice,
  newId: () => string,
  reason: string,
  actor: Actor,
  at: Instant,
): CommissionInvoice[] {
  const history = [...invoice.history, stepOf('settlement.void', actor, at)]
  const after = { ...invoice, version: invoice.version + 1, history, updatedAt: at }
  if (invoice.issued === null) {
    return [{ ...after, dropped: { at, by: actor.id, byName: actor.name, reason } }]
  }
  return withCounter(after, newId(), at)
}

/** An issued invoice with the document that is to take it back whole. */
export function withCounter(invoice: CommissionInvoice, id: string, at: Instant): CommissionInvoice[] {
  const counter: CommissionInvoice = {
    ...invoice,
    ...{ id, version: 1, counters: invoice.id, exported: null, issued: null, dropped: null, history: [] },
    side: invoice.side === 'blue' ? 'red' : 'blue',
    // Minus nought is no amount.
    gross: 0 - invoice.gross,
    net: 0 - invoice.net,
    tax: 0 - invoice.tax,
    blueNumber: invoice.side === 'blue' ? (invoice.issued?.number ?? null) : null,
    updatedAt: at,
  }
  return [counter, { ...invoice, counteredBy: id }]
}
