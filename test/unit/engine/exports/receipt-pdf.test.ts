import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { receiptFont } from '#main/engine/exports/receipt-font.ts'
import { maskedAccount, type ReceiptFacts, receiptPdf } from '#main/engine/exports/receipt-pdf.ts'
import { oneOfEachGlyph } from '#main/engine/exports/receipt-sheet.ts'
import { pdfText } from './pdf-text.ts'

const FACTS: ReceiptFacts = {
  number: 'SJ-KUBESPHERE-2026-000001',
  on: '2026-11-20',
  receivedFrom: '北京云栈科技有限公司',
  amount: 500_000,
  reason: '保证金　KubeSphere Marketplace',
  rule: '依据：保证金 5000 元',
  payments: [{ on: '2026-11-18', account: '6222020200112233445', amount: 500_000 }],
  issuer: '青云科技股份有限公司',
  handledBy: '刘芳',
  auditHead: '审计链 1024 · a1a1a1',
  voidedOn: null,
}

/** Where pdfkit keeps the typeface in use. */
interface FontHolder {
  readonly _font: {
    readonly font: {
      readonly characterSet: readonly number[]
      glyphForCodePoint(point: number): { readonly id: number }
    }
  }
}

async function read(facts: Partial<ReceiptFacts>) {
  const bytes = await receiptPdf({ ...FACTS, ...facts })
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const page = await pdf.getPage(1)
  const { width, height } = page.getViewport({ scale: 1 })
  return {
    text: await pdfText(bytes),
    pages: pdf.numPages,
    size: [width, height].map(Math.round),
  }
}

describe('a receipt', () => {
  it('can be read back: from whom, how much in words and figures, for what, how, by whom', async () => {
    const { text, pages, size } = await read({})
    expect({ pages, size }).toEqual({ pages: 1, size: [595, 420] })
    for (const words of [
      '收据',
      'SJ-KUBESPHERE-2026-000001',
      '2026年11月20日',
      '北京云栈科技有限公司',
      '人民币伍仟元整',
      '¥5,000.00',
      '保证金KubeSphereMarketplace',
      '依据：保证金5000元',
      '2026-11-18付款账号6222****3445',
      '青云科技股份有限公司',
      '刘芳',
      '不是发票',
      '审计链1024·a1a1a1',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('作废')
    expect(text).not.toContain('6222020200112233445')
  })

  it.each(['龘靐齉（上海）喆堃软件', '㛃䶮镕赟', 'Ünïcode & Söhne GmbH'])('reads %s back', async (name) => {
    expect((await read({ receivedFrom: name })).text).toContain(name.replaceAll(' ', ''))
  })

  it('says every character as it is, whatever radicals the name was copied with', async () => {
    const { text } = await read({ receivedFrom: '⼈⺠⻋⻓\u{f9d1}\u200b科技', handledBy: '人民' })
    expect(text).toContain('人民车长六科技')
    expect(text).not.toMatch(/[\u2e80-\u2fd5\uf900-\ufaff]/)
    expect(text).not.toContain('〓')
  })

  it('draws no two characters by one glyph, for a PDF would say the one for the other', () => {
    const document = new PDFDocument({ font: receiptFont('Regular') })
    const { font } = (document as unknown as FontHolder)._font
    const drawnAs = new Map<number, Set<string>>()
    for (const point of font.characterSet) {
      const text = oneOfEachGlyph(String.fromCodePoint(point))
      if (point <= 0x20 || text === '') continue
      const { id } = font.glyphForCodePoint(text.codePointAt(0) ?? 0)
      if (id === 0) continue
      drawnAs.set(id, (drawnAs.get(id) ?? new Set()).add(text))
    }
    const shared = [...drawnAs.values()].filter(({ size }) => size > 1).map((each) => [...each].join(''))
    expect(shared).toEqual([])
    expect(drawnAs.size).toBeGreaterThan(20_000)
  })

  it('tells which character its typeface lacks', async () => {
    expect((await read({ receivedFrom: '𠮷祥软件' })).text).toContain('〓祥软件')
    expect((await read({ receivedFrom: '𠮷祥软件' })).text).toContain('U+20BB7')
  })

  it('is stamped void with the day', async () => {
    expect((await read({ voidedOn: '2026-12-01' })).text).toContain('作废2026-12-01')
  })

  it('stays one page however long its texts and however many its payments', async () => {
    const payment = { on: '2026-11-18', account: '6222020200112233445', amount: 12_345 }
    const { text, pages } = await read({
      receivedFrom: '很长的名称'.repeat(40),
      rule: '依据：'.padEnd(600, '规则'),
      payments: Array.from({ length: 40 }, () => payment),
      amount: 9_007_199_254_740_991,
    })
    expect(pages).toBe(1)
    expect(text).toContain('很长的名称'.repeat(40))
    expect(text).toContain('另有36笔')
  })

  it('of the same facts is the same file', async () => {
    expect((await receiptPdf(FACTS)).equals(await receiptPdf(FACTS))).toBe(true)
  })

  it('is small: only the characters that it needs are in it', async () => {
    expect((await receiptPdf(FACTS)).length).toBeLessThan(200_000)
  })
})

it('an account is masked, also a short one', () => {
  expect(maskedAccount('6222 0202 0011 2233 445')).toBe('6222****3445')
  expect(maskedAccount('12345678')).toBe('****78')
})
