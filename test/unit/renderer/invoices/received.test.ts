import { describe, expect, it } from 'vitest'
import { type Received, standingsOf, totalOf } from '#renderer/invoices/received.ts'
import type { JudgedInvoice } from '#shared/contracts/console-engine/invoices.ts'
import { newInvoiceNumber, sampleFacts } from '#test/integration/platform/sample-invoices.ts'

const PARTIES = { seller: null, sellerTaxId: null, buyer: null, buyerTaxId: null }
const ID = '01JA0000000000000000000001'

function judged(change: Partial<JudgedInvoice> = {}): JudgedInvoice {
  const facts = { ...sampleFacts(), number: newInvoiceNumber() }
  const { lines: _lines, ...stated } = facts
  return {
    ...{ entry: '', source: 'xml', stated, number: facts.number, expected: PARTIES, findings: [] },
    ...{ provider: { id: 'provider-1', name: facts.seller }, payout: null, known: null },
    said: { providerId: 'provider-1', payoutId: null, source: 'xml', file: null, paper: null, ...facts },
    ...change,
  }
}
function received(change: Partial<JudgedInvoice> = {}, more: Partial<Received> = {}): Received {
  return { id: ID, fileName: '发票.xml', judged: judged(change), kind: null, outcome: null, ...more }
}
const standings = (...all: Received[]) => standingsOf(all).map(({ standing }) => standing)

describe('invoices of files that were dropped', () => {
  it('are fit, unfit, on record already, or red letters', () => {
    const known = { id: ID, providerName: '上海别家有限公司' }
    const { said } = judged()
    if (said === null) throw new Error('it can be said')
    const red = { ...said, redLetter: { original: '25112000000012345678', confirmation: null } }
    expect(
      standings(
        received(),
        received({ said: null }),
        received({ known, said: null }),
        received({ said: red }),
      ),
    ).toEqual(['fit', 'unfit', 'duplicate', 'red'])
  })

  it('that are in two files are one: the second names the first file and is not recorded', () => {
    const one = judged()
    const all = standingsOf([received(one, { fileName: '甲.xml' }), received(one, { fileName: '乙.pdf' })])
    expect(all.map(({ standing, repeats }) => [standing, repeats])).toEqual([
      ['fit', null],
      ['duplicate', '甲.xml'],
    ])
    expect(all[1]?.said).toBeNull()
    expect(totalOf(all)).toBe(1_272_000)
  })

  it('that do not say their kind wait until a person chose it', () => {
    const { said } = judged()
    const unsaid = { said: said === null ? null : { ...said, kind: null } }
    expect(standings(received(unsaid))).toEqual(['review'])
    const [chosen] = standingsOf([received(unsaid, { kind: 'ordinary' })])
    expect([chosen?.standing, chosen?.said?.kind]).toEqual(['fit', 'ordinary'])
  })

  it('that are recorded count no more, and one that was refused can be tried again', () => {
    const all = standingsOf([
      received({}, { outcome: { kind: 'recorded' } }),
      received({}, { outcome: { kind: 'refused', why: '号码已登记' } }),
    ])
    expect(all.map(({ standing, said }) => [standing, said === null])).toEqual([
      ['recorded', true],
      ['refused', false],
    ])
  })
})
