import type { ProviderInvoice } from '#shared/contracts/console-platform/records/invoice.ts'
import { newUlid } from './sample-records.ts'

const AT = '2026-11-20T02:00:00.000Z'
let serial = 0

/** 20 digits that no other sample has. */
export function newInvoiceNumber(): string {
  serial += 1
  return `2631200000${String(serial).padStart(10, '0')}`
}

/** What a 专票 over 12,720.00 says. */
export function sampleFacts() {
  return {
    ...{ number: newInvoiceNumber(), code: null, kind: 'special' as const },
    ...{ seller: '北京云栈科技有限公司', sellerTaxId: '91310115MA1K4ABCDD' },
    ...{ buyer: '北京青云科技股份有限公司', buyerTaxId: '91110105MA0001HX7A' },
    ...{ net: 1_200_000, tax: 72_000, gross: 1_272_000, issuedOn: '2026-11-18' },
    lines: [{ net: 1_200_000, tax: 72_000, rate: '6' }],
    ...{ remark: '', capitals: '', redLetter: null },
  }
}

/** An invoice that liu typed and nobody has checked. */
export function sampleInvoice(change: Partial<ProviderInvoice> = {}): ProviderInvoice {
  return {
    ...{ id: newUlid(), version: 1, marketplace: 'kubesphere', providerId: 'provider-1' },
    ...{ providerName: '北京云栈科技有限公司', payoutId: null, source: 'typed', file: null, paper: null },
    ...sampleFacts(),
    ...{ reversals: [], verifications: [], confirmations: [] },
    ...{
      deduction: null,
      recorded: { at: AT, by: 'liu', byName: 'liu' },
      withdrawn: null,
      history: [],
      updatedAt: AT,
    },
    ...change,
  }
}
