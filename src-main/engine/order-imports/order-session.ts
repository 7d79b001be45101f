import { createHash } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import { packOrders } from '#node/packed-lines/packed-orders.ts'
import type { ReadOptions } from '#shared/bank-statements/read-statement.ts'
import { assert } from '#shared/base/assert.ts'
import { type ImportedOrder, sumOrders } from '#shared/contracts/console-platform/imported-orders.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { ORDER_NOVELTIES, type OrderNovelty } from '#shared/rules/order-files/compare-order.ts'
import { ORDER_SKIPS, type OrderRow, type SaidOrder } from '#shared/rules/order-files/order-row.ts'
import { readOrderFile } from '#shared/rules/order-files/read-order-file.ts'
import { skippedFacts } from '../imports/section-facts.ts'
import type {
  JudgeOrders,
  OrderAnswers,
  OrderFileFacts,
  OrderQuestion,
  OrderStanding,
  OrdersQuestion,
  OrderVerdict,
  PackOrders,
  ReadOrders,
} from './order-questions.ts'

/** One file of orders: lives in a thread of its own, is asked one question at a time. */
export class OrderSession {
  readonly #decodeWorkbook: ReadOptions['decodeWorkbook']
  #pieces: Uint8Array[] = []
  #orders: readonly OrderRow[] = []
  #verdicts: OrderVerdict[] = []

  constructor(decodeWorkbook: ReadOptions['decodeWorkbook']) {
    this.#decodeWorkbook = decodeWorkbook
  }

  add(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
  }

  async answer(question: OrderQuestion): Promise<OrderAnswers[keyof OrderAnswers]> {
    switch (question.kind) {
      case 'read':
        return this.#read(question)
      case 'rows':
        return this.#orders.slice(question.after, question.after + question.limit)
      case 'judge':
        return this.#judge(question)
      case 'standing':
        return this.#standing()
      case 'orders':
        return this.#shown(question)
      case 'pack':
        return this.#pack(question)
    }
  }

  async #read({ mappings, names, now }: ReadOrders): Promise<OrderFileFacts> {
    const bytes = Buffer.concat(this.#pieces)
    this.#pieces = [bytes]
    this.#orders = []
    this.#verdicts = []
    const reading = await readOrderFile(bytes, { mappings, names, now, decodeWorkbook: this.#decodeWorkbook })
    if (reading.kind === 'refused') return reading
    const { encoding, undecodable, orders, skipped, unread, mapping } = reading
    this.#orders = orders
    return {
      kind: 'read',
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      encoding,
      undecodable,
      orders: orders.length,
      skipped: skippedFacts(skipped, ORDER_SKIPS),
      unread,
      mapping: mapping?.name ?? null,
    }
  }

  #judge({ first, verdicts }: JudgeOrders): null {
    for (const [at, verdict] of verdicts.entries()) this.#verdicts[first + at] = verdict
    return null
  }

  /** A refund whose order is neither on record nor new in this file lacks it. */
  #standing(): OrderStanding {
    const coming = new Set(this.#of('new').map(({ number, said }) => (said.kind === 'refund' ? '' : number)))
    for (const [at, { said }] of this.#orders.entries()) {
      const verdict = this.#verdictOf(at)
      if (verdict.novelty !== 'new' || said.refundOf === undefined) continue
      if (verdict.hasOriginal || coming.has(said.refundOf)) continue
      this.#verdicts[at] = { ...verdict, novelty: 'incomplete', missing: ['refundOf'] }
    }
    const counts = Object.fromEntries(
      ORDER_NOVELTIES.map((novelty) => [novelty, this.#of(novelty).length]),
    ) as Record<OrderNovelty, number>
    return {
      counts,
      all: sumOrders(this.#orders.flatMap(summed)),
      fresh: sumOrders(this.#of('new').flatMap(summed)),
    }
  }

  #shown({ novelty, after, limit }: OrdersQuestion): OrderAnswers['orders'] {
    const orders: OrderAnswers['orders']['orders'][number][] = []
    let ordinal = after
    for (; ordinal < this.#orders.length && orders.length < limit; ordinal++) {
      const row = this.#orders[ordinal]
      const verdict = this.#verdictOf(ordinal)
      if (row === undefined || (novelty !== null && verdict.novelty !== novelty)) continue
      const { said, ...where } = row
      orders.push({
        ordinal,
        ...where,
        novelty: verdict.novelty,
        orderId: verdict.orderId,
        providerId: said.providerId ?? verdict.known?.providerId ?? null,
        productName: said.productName ?? null,
        kind: said.kind ?? null,
        cash: said.cash ?? null,
        voucher: said.voucher ?? null,
        paidAt: said.paidAt ?? null,
        differs: [...verdict.differs],
        missing: [...verdict.missing],
      })
    }
    return { orders, next: ordinal < this.#orders.length ? ordinal : null }
  }

  #pack({ now, chances, changed }: PackOrders): OrderAnswers['pack'] {
    let drawn = 0
    const newId = monotonicFactory(() => chances[drawn++ % chances.length] ?? 0)
    const wanted = new Set(changed)
    const packed = this.#orders.flatMap(({ number, said }, at): ImportedOrder[] => {
      const { novelty, known } = this.#verdictOf(at)
      if (novelty === 'new') return [newOrder(newId(now), number, said)]
      if (novelty !== 'differs' || known === null || !wanted.has(at)) return []
      return [changedOrder(known, said)]
    })
    const added = packed.filter(({ seenVersion }) => seenVersion === null).length
    return {
      packedOrders: packOrders(packed),
      added,
      changed: packed.length - added,
      sums: sumOrders(packed),
    }
  }

  #of(novelty: OrderNovelty): OrderRow[] {
    return this.#orders.filter((_, at) => this.#verdictOf(at).novelty === novelty)
  }

  #verdictOf(at: number): OrderVerdict {
    const verdict = this.#verdicts[at]
    assert(verdict !== undefined, 'every order of a file is judged before it is asked about')
    return verdict
  }
}

function summed({
  said: { cash, voucher = 0, paidAt },
}: OrderRow): Pick<Order, 'cash' | 'voucher' | 'paidAt'>[] {
  return cash === undefined || paidAt === undefined ? [] : [{ cash, voucher, paidAt }]
}

/** A new order as its row says it; the row says all that is needed. */
function newOrder(id: string, number: string, said: SaidOrder): ImportedOrder {
  const { providerId, productName, category, buyerId, cash, taxBasisPoints, paidAt } = said
  const isWhole =
    providerId !== undefined && productName !== undefined && category !== undefined && buyerId !== undefined
  assert(
    isWhole && cash !== undefined && taxBasisPoints !== undefined && paidAt !== undefined,
    'a new order is whole',
  )
  const { voucher = 0, refundOf = null, ...rest } = said
  return {
    listingId: null,
    mode: null,
    kind: 'new',
    channel: 'online',
    buyerName: null,
    distributed: false,
    listPrice: Math.max(cash + voucher, 0),
    agreedBasisPoints: null,
    activatedAt: null,
    startsAt: null,
    completedAt: null,
    repaidAt: null,
    supervision: 'none',
    ...rest,
    ...{ id, number, providerId, productName, category, buyerId, cash, taxBasisPoints, paidAt, voucher },
    seenVersion: null,
    refundOfNumber: refundOf,
  }
}

function changedOrder(known: NonNullable<OrderVerdict['known']>, said: SaidOrder): ImportedOrder {
  const {
    version,
    marketplace: _m,
    providerName: _p,
    settledIn: _s,
    updatedAt: _u,
    refundOf: _r,
    ...order
  } = known
  const { refundOf, ...rest } = said
  return {
    ...order,
    ...rest,
    seenVersion: version,
    refundOfNumber: refundOf ?? known.refundOfNumber,
  }
}
