import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type PaymentListFacts, paymentListPdf } from '#main/engine/exports/payment-list-pdf.ts'
import { qrModules } from '#main/engine/exports/qr-modules.ts'
import { pdfPages, pdfText } from './pdf-text.ts'

const LONG = '上海长名字信息技术服务（集团）股份有限公司浦东新区张江高科技园区分公司技术服务中心'
const FACTS: PaymentListFacts = {
  title: '付款清单',
  at: '2026-11-27T02:00:00.000Z',
  head: [['批次号', 'FK20261127-0A1B2C3D']],
  totals: ['合计 2 笔　¥12,345.67　人民币壹万贰仟叁佰肆拾伍元陆角柒分'],
  columns: [
    { header: '收款人', width: 10, right: false },
    { header: '金额（元）', width: 10, right: true },
  ],
  rows: [
    [LONG, '¥12,000.00'],
    ['北京云栈科技有限公司', '¥345.67'],
  ],
  signers: [
    ['经办', '刘芳'],
    ['复核', '陈静'],
  ],
  code: `FK20261127-0A1B2C3D|2|12345.67|${'a'.repeat(64)}`,
  foot: '未提交银行',
  auditHead: '审计链 1024 · a1a1a1',
}

describe('the list of payments', () => {
  it('says whom it pays in whole, the totals, who made and who checks it, and the audit log', async () => {
    const text = await pdfText(await paymentListPdf(FACTS))
    for (const words of [LONG, '合计2笔', '¥12,345.67', '经办刘芳', '复核陈静', '审计链1024·a1a1a1']) {
      expect(text).toContain(words)
    }
  })

  it('is the same whenever it is drawn', async () => {
    const first = await paymentListPdf(FACTS)
    expect(first.equals(await paymentListPdf(FACTS))).toBe(true)
  })

  it('of many payments goes on over pages, each with the heading and the audit log', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [`第 ${at + 1} 家`, '¥1.00'])
    const bytes = await paymentListPdf({ ...FACTS, rows })
    const pages = await pdfPages(bytes)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      expect(page).toContain('审计链1024')
      expect(page).toContain('收款人')
    }
    expect(pages.at(-1)).toContain('第120家')
  })

  it('has a QR code that a reader reads: number, count, total and hash', async () => {
    const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
    const wasmBinary = Uint8Array.from(await readFile(wasm)).buffer
    prepareZXingModule({ overrides: { wasmBinary } })
    const [found] = await readBarcodes(picture(qrModules(FACTS.code)), { formats: ['QRCode'] })
    expect(found?.text).toBe(FACTS.code)
  })
})

/** The code as a camera sees it, with the light border that it needs. */
function picture(modules: readonly (readonly boolean[])[]): ImageData {
  const [scale, border] = [4, 4]
  const size = (modules.length + 2 * border) * scale
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const isDark = modules[Math.floor(y / scale) - border]?.[Math.floor(x / scale) - border] === true
      if (isDark) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  }
  return { data, width: size, height: size, colorSpace: 'srgb' }
}
