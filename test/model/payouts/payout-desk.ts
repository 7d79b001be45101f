import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { type BankLine, lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { invoiceStatus, type ProviderInvoice } from '#shared/contracts/console-platform/records/invoice.ts'
import {
  batchOrder,
  type PayoutBatch,
  payoutBatchStatus,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import {
  invoicedFor,
  isLivePayout,
  type PayoutRequest,
  type PayoutStatus,
} from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import {
  type ProviderAccount,
  providerAccountStatus,
} from '#shared/contracts/console-platform/records/provider-account.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import {
  payableRefund,
  payableRequest,
} from '#shared/contracts/console-platform/transitions/payout-batch-transitions.ts'
import { writePain001 } from '#shared/payments/pain001.ts'
import type { Rows } from '../sync/finance-desk.ts'
import type { SimulatedBank } from './simulated-bank.ts'

/** The file of a batch, as it goes to the bank. */
export function batchFile(batch: PayoutBatch): string {
  return writePain001(batchOrder(batch))
}

/** What who deals with payments sees and may think of doing; that the rules refuse some of it is part of the test. */
export class PayoutDesk {
  readonly #sql: Rows
  readonly #random: SeededRandom
  readonly #now: number
  readonly #read = new Map<string, readonly unknown[]>()

  constructor(sql: Rows, random: SeededRandom, now: number) {
    this.#sql = sql
    this.#random = random
    this.#now = now
  }

  get #providers(): readonly Provider[] {
    return this.#all('provider', false)
  }
  get #statements(): readonly SettlementStatement[] {
    return this.#all('settlement_statement')
  }
  get #accounts(): readonly ProviderAccount[] {
    return this.#all('provider_account')
  }
  get #requests(): readonly PayoutRequest[] {
    return this.#all('payout_request')
  }
  get #invoices(): readonly ProviderInvoice[] {
    return this.#all('invoice')
  }
  get #batches(): readonly PayoutBatch[] {
    return this.#all('payout_batch')
  }
  get #deposits(): readonly DepositObligation[] {
    return this.#all('deposit_obligation')
  }
  get #ours(): readonly BankAccount[] {
    return this.#all('bank_account')
  }
  get lines(): readonly BankLine[] {
    return this.#all('bank_line')
  }

  /** As they lie in the cache, pending decisions laid over, in the order of their ids. */
  #all<T>(table: string, isDecided = true): readonly T[] {
    const known = this.#read.get(table)
    if (known !== undefined) return known as readonly T[]
    const imported =
      table === 'bank_line'
        ? 'UNION ALL SELECT id, body FROM imported_bank_line WHERE id NOT IN (SELECT id FROM overlay_bank_line)'
        : ''
    const question = isDecided
      ? `SELECT id, body FROM overlay_${table} ${imported} UNION ALL
         SELECT id, body FROM ${table} WHERE id NOT IN (SELECT id FROM overlay_${table}) ORDER BY id`
      : `SELECT id, body FROM ${table} ORDER BY id`
    const rows = this.#sql.prepare(question).all() as readonly { readonly body: string }[]
    const records = rows.map(({ body }) => JSON.parse(body) as unknown)
    this.#read.set(table, records)
    // The cache keeps a record by its schema.
    return records as readonly T[]
  }

  /** The oldest unpaid months of a provider; now and then any. */
  request(): NewDecision | null {
    const provider = this.#oneOf(this.#providers)
    if (provider === null) return null
    const taken = new Set(
      this.#requests
        .filter(isLivePayout)
        .flatMap(({ months }) => months.map(({ statementId }) => statementId)),
    )
    const open = this.#statements
      .filter(
        ({ providerId, id }) => providerId === provider.id && (!taken.has(id) || this.#random.chance(0.05)),
      )
      .map(({ month }) => month)
      .sort()
    const months = this.#random.chance(0.9)
      ? open.slice(0, this.#random.int(1, 3))
      : open.filter(() => this.#random.chance(0.5))
    if (months.length === 0) return null
    return this.#new('payout.request', {
      providerId: provider.id,
      months,
      reason: 'as agreed in the contract',
    })
  }

  /** Mostly exactly what is missing; in two, of a number that another has, or for the wrong amount now and then. */
  invoice(): NewDecision | null {
    const lacking = this.#requests.filter(
      (each) => WAITING.includes(each.status) && each.marketplace === 'kubesphere' && missing(each) !== 0,
    )
    const request = this.#oneOf(lacking)
    if (request === null) return null
    const rest = missing(request)
    if (rest < 0) return null
    const gross = this.#random.chance(0.8) ? rest : Math.max(1, Math.floor(rest / 2))
    const used = this.#oneOf(this.#invoices)
    const number = used !== null && this.#random.chance(0.1) ? used.number : this.#invoiceNumber()
    return this.#new('invoice.record', {
      ...{ providerId: request.providerId, payoutId: request.id },
      ...this.#facts(request.providerName, number, gross),
    })
  }

  withdrawInvoice(): NewDecision | null {
    const live = this.#invoices.filter(
      ({ withdrawn, reversals }) => withdrawn === null && reversals.length === 0,
    )
    const invoice = this.#oneOf(live)
    return invoice && this.#about('invoice.withdraw', invoice, { reason: 'of another contract' })
  }

  redLetter(): NewDecision | null {
    const blue = this.#oneOf(
      this.#invoices.filter((each) => ['recorded', 'verified'].includes(invoiceStatus(each))),
    )
    if (blue === null) return null
    const facts = this.#facts(blue.seller, this.#invoiceNumber(), -blue.gross)
    return this.#new('invoice.record', {
      ...{ providerId: blue.providerId, payoutId: null, ...facts },
      redLetter: { original: blue.number, confirmation: null },
    })
  }

  checkInvoice(): NewDecision | null {
    const invoice = this.#oneOf(this.#invoices.filter(({ withdrawn }) => withdrawn === null))
    const result = this.#random.chance(0.8) ? 'consistent' : 'not-found'
    const said = { result, checkedOn: this.#today(), note: '' }
    return invoice && this.#about('invoice.verify-result', invoice, said)
  }

  proposeAccount(): NewDecision | null {
    const without = this.#providers.filter(({ id }) =>
      this.#accounts.every(({ providerId }) => providerId !== id),
    )
    // An account that is known already is changed rarely.
    const provider = this.#oneOf(this.#random.chance(0.04) ? this.#providers : without)
    return (
      provider &&
      this.#new('provider.propose-bank-account', {
        ...{ providerId: provider.id, accountName: provider.name },
        accountNumber: `6300${this.#random.int(10_000_000, 99_999_999)}`,
        ...{ bankName: 'a bank', bankCode: '', evidence: 'a letter with a seal' },
      })
    )
  }

  ruleOnAccount(): NewDecision | null {
    const proposed = this.#oneOf(this.#accounts.filter((each) => providerAccountStatus(each) === 'proposed'))
    if (proposed === null) return null
    return this.#random.chance(0.85)
      ? this.#about('provider.approve-bank-account', proposed, {})
      : this.#about('provider.refuse-bank-account', proposed, { reason: 'nobody answers there' })
  }

  verify(): NewDecision | null {
    const request = this.#oneOf(this.#in('invoice_received', 'requested'))
    return request && this.#about('payout.verify', request, { reason: 'as agreed in the contract' })
  }

  approve(): NewDecision | null {
    const request = this.#oneOf(this.#in('verified', 'approved_once'))
    return request && this.#about('payout.approve', request, { amount: request.amount })
  }

  sendBack(): NewDecision | null {
    const request = this.#oneOf(this.#in('verified', 'approved_once', 'approved'))
    return request && this.#about('payout.send-back', request, { reason: 'to be looked at again' })
  }

  end(): NewDecision | null {
    const request = this.#oneOf(this.#in(...WAITING, 'verified', 'approved_once', 'approved'))
    const type = this.#random.pick(['payout.cancel', 'payout.reject'] as const)
    return request && this.#about(type, request, { reason: 'the provider asked for it' })
  }

  /** All or some of what is approved, of one marketplace. */
  batch(): NewDecision | null {
    const account = this.#oneOf(this.#ours)
    if (account === null) return null
    const isOurs = ({ marketplace }: { readonly marketplace: string }) => marketplace === account.marketplace
    const payouts = this.#requests.filter(isOurs).flatMap(({ id, ...request }) => {
      const payable = payableRequest({ id, ...request })
      return payable === null ? [] : [{ source: { kind: 'payout' as const, id }, amount: payable.amount }]
    })
    const refunds = this.#deposits.filter(isOurs).flatMap(({ id, ...deposit }) => {
      const payable = payableRefund({ id, ...deposit })
      return payable === null ? [] : [{ source: { kind: 'refund' as const, id }, amount: payable.amount }]
    })
    const payments = [...payouts, ...refunds].filter(() => this.#random.chance(0.8))
    if (payments.length === 0) return null
    return this.#new('payout.batch', {
      ...{ accountId: account.id, executeOn: this.#today(), format: { kind: 'pain.001' }, payments },
    })
  }

  exportBatch(): NewDecision | null {
    const batch = this.#oneOf(this.#batchesIn('draft'))
    return batch && this.#about('payout.export-batch', batch, { hash: hashOf(batch) })
  }

  markSent(): NewDecision | null {
    const batch = this.#oneOf(this.#batchesIn('exported'))
    return batch && this.#about('payout.mark-sent', batch, { hash: hashOf(batch) })
  }

  dropBatch(): NewDecision | null {
    const batch = this.#oneOf(this.#batchesIn('draft', 'exported', 'sent'))
    return batch && this.#about('payout.drop-batch', batch, { reason: 'on another day' })
  }

  recordAnswer(bank: SimulatedBank, isFinal = false): NewDecision | null {
    const sent = this.#batches.filter(
      (each) => bank.messages.has(each.number) && !['settled', 'rejected'].includes(payoutBatchStatus(each)),
    )
    const batch = this.#oneOf(sent)
    if (batch === null) return null
    const answers = bank.answer(batch.number, isFinal)
    const fileHash = createHash('sha256').update(JSON.stringify(answers)).digest('hex')
    return this.#about('payout.record-answer', batch, { fileHash, fileName: 'answer.xls', answers })
  }

  /** What an open line says that it is: payments by their references, a deposit by its payer, or what was given back. */
  match(): NewDecision | null {
    return this.matchLine(this.#oneOf(this.lines.filter((each) => lineStatus(each) === 'open')))
  }

  matchLine(line: BankLine | null): NewDecision | null {
    if (line === null) return null
    if (line.remark.startsWith('退汇')) {
      const original = this.lines.find(
        (each) =>
          each.direction === 'out' && `退汇 ${each.remark}` === line.remark && each.takenBackBy === null,
      )
      const target = { kind: 'return', lineId: original?.id }
      return original === undefined
        ? null
        : this.#matched(line, [{ target, amount: line.amount, reasons: [] }])
    }
    const parts = line.remark.split(' ').flatMap((reference) => this.#partOf(line, reference))
    return parts.length === 0 ? null : this.#matched(line, parts)
  }

  unmatch(): NewDecision | null {
    const line = this.#oneOf(
      this.lines.filter((each) => lineStatus(each) === 'matched' && each.direction === 'out'),
    )
    return line && this.#about('deposit.unmatch', line, { reason: 'not that one' })
  }

  /** A line that gave money back before anybody knew what it had paid: that is found out again. */
  setRight(): NewDecision | null {
    const unknown = this.lines.find(
      ({ direction, takenBackBy, allocations }) =>
        direction === 'out' && takenBackBy !== null && allocations.length === 0,
    )
    const taker = this.lines.find(({ id }) => id === unknown?.takenBackBy)
    return taker === undefined
      ? null
      : this.#about('deposit.unmatch', taker, { reason: 'nobody knew of what' })
  }

  #partOf(line: BankLine, reference: string): readonly object[] {
    if (line.direction === 'in') {
      const deposit = this.#deposits.find(({ providerId }) => providerId === reference)
      const target = { kind: 'deposit', obligationId: deposit?.id }
      return deposit === undefined ? [] : [{ target, amount: line.amount, reasons: [] }]
    }
    const payment = this.#batches
      .flatMap(({ payments }) => payments)
      .find(({ endToEndId }) => endToEndId === reference)
    if (payment === undefined) return []
    const { source, amount } = payment
    const target =
      source.kind === 'payout'
        ? { kind: 'payout', requestId: source.id }
        : { kind: 'refund', obligationId: source.id }
    return [{ target, amount, reasons: [] }]
  }

  #matched(line: BankLine, parts: readonly object[]): NewDecision {
    return this.#about('deposit.match', line, { parts, note: '' })
  }

  #facts(seller: string, number: string, gross: number) {
    return {
      ...{ source: 'typed', file: null, paper: null, number, code: null, kind: 'special', seller },
      ...{ sellerTaxId: '91310115MA1K4ABCDD', buyer: 'us', buyerTaxId: '91110105MA0001HX7A' },
      ...{ net: gross, tax: 0, gross, issuedOn: '2026-03-16', remark: '', capitals: '', redLetter: null },
      lines: [{ net: gross, tax: 0, rate: '0' }],
    }
  }

  #invoiceNumber(): string {
    return `2611${String(this.#random.int(0, 99_999_999)).padStart(8, '0')}${String(this.#random.int(0, 99_999_999)).padStart(8, '0')}`
  }

  #today(): string {
    return shanghaiDate(new Date(this.#now).toISOString())
  }

  #in(...statuses: readonly PayoutStatus[]): PayoutRequest[] {
    return this.#requests.filter(({ status }) => statuses.includes(status))
  }

  #batchesIn(...statuses: readonly ReturnType<typeof payoutBatchStatus>[]): PayoutBatch[] {
    return this.#batches.filter((batch) => statuses.includes(payoutBatchStatus(batch)))
  }

  #new(type: NewDecision['type'], said: unknown): NewDecision {
    return this.#about(type, { id: ulid(this.#now, this.#random.next), version: 0 }, said)
  }

  #about(
    type: NewDecision['type'],
    { id: recordId, version: expectedVersion }: { readonly id: string; readonly version: number },
    said: unknown,
  ): NewDecision {
    return { type, recordId, expectedVersion, seenDigest: null, arguments: said, replaces: null }
  }

  #oneOf<T>(from: readonly T[]): T | null {
    return from.length === 0 ? null : this.#random.pick(from)
  }
}

const WAITING: readonly PayoutStatus[] = ['requested', 'invoice_pending', 'invoice_received']

function missing(request: PayoutRequest): number {
  return request.amount - invoicedFor(request)
}

function hashOf(batch: PayoutBatch): string {
  return createHash('sha256').update(batchFile(batch)).digest('hex')
}
