import { Writable } from 'node:stream'
import exceljs from 'exceljs'
import { writeXlsxStream } from 'hucre/xlsx'
import type { BookColumn, BookKind, BookValue } from '#main/engine/book/book.ts'
import { writeBook } from '#main/engine/book/write-book.ts'
import { startMeasuring } from './cpu-time.ts'

/**
 * Writes one workbook of orders with one of the writers, in a process of its own, and tells its parent what it took.
 * Arguments: the writer, and how many rows. Nothing is kept of what is written.
 */
const WRITERS = {
  ours,
  'exceljs-cells': (rows: number) => excel(rows, true),
  'exceljs-columns': (rows: number) => excel(rows, false),
  hucre,
} as const
export type WriterName = keyof typeof WRITERS

/** What a writer took: seconds, MB at most, and MB written. */
export interface WriterTook {
  readonly wall: number
  readonly cpu: number
  readonly memory: number
  readonly written: number
}

const KINDS: readonly BookKind[] = [
  ...(['text', 'text', 'text', 'text', 'date', 'text', 'text', 'text', 'text', 'rate'] as const),
  ...(['money', 'money', 'rate', 'money', 'money', 'text'] as const),
]
const FORMATS: Readonly<Record<BookKind, string>> = {
  ...{ text: '@', money: '#,##0.00', date: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm:ss' },
  ...{ count: '#,##0', rate: '0.00%' },
}
const HEADINGS = KINDS.map((_, at) => `列 ${at + 1}`)

function* orders(rows: number): Generator<BookValue[]> {
  for (let at = 0; at < rows; at++) {
    const day = `2026-10-${String(1 + (at % 28)).padStart(2, '0')}`
    const provider = at % 1000
    yield [
      ...['2026-10', 'KubeSphere 云原生市场', `北京云栈科技有限公司${provider}`, `provider-${provider}`, day],
      ...['订单结算', `2000010911${String(at).padStart(10, '0')}`, '云备份', '扩展组件', 600],
      ...[
        10_000 + at,
        10_000 + at,
        1000,
        1000 + (at % 77),
        9000 + at,
        'fees.commission (kubesphere 2024-02-01 v1.3)',
      ],
    ]
  }
}

/** The same rows as the other writers take them: yuan, instants, shares of one. */
function* plainOrders(rows: number): Generator<(string | number | Date)[]> {
  for (const row of orders(rows)) {
    yield row.map((value, at) => {
      const kind = KINDS[at]
      if (kind === 'date') return new Date(`${value}T00:00:00.000Z`)
      if (kind === 'money') return Number(value) / 100
      return kind === 'rate' ? Number(value) / 10_000 : String(value)
    })
  }
}

/** With sums, checks of every cell and the hash of all. */
async function ours(rows: number): Promise<number> {
  const columns = KINDS.map((kind, at): BookColumn => {
    const header = { zh: HEADINGS[at] ?? '', en: '' }
    return { header, means: header, kind, total: kind === 'money' }
  })
  const sheets = [{ name: { zh: '订单明细', en: 'Orders' }, columns, rows: orders(rows) }]
  const control = () => ({ title: '结算工作簿', rows: [], checks: [] })
  let written = 0
  for await (const piece of writeBook({ language: 'zh', sheets, control })) written += piece.length
  return written
}

async function excel(rows: number, isStyledByCell: boolean): Promise<number> {
  let written = 0
  const stream = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      written += piece.length
      done()
    },
  })
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet('订单明细', { views: [{ state: 'frozen', ySplit: 1 }] })
  if (!isStyledByCell) sheet.columns = KINDS.map((kind) => ({ width: 20, style: { numFmt: FORMATS[kind] } }))
  sheet.addRow(HEADINGS).commit()
  for (const values of plainOrders(rows)) {
    const row = sheet.addRow(values)
    if (isStyledByCell) {
      for (const [at, kind] of KINDS.entries()) row.getCell(at + 1).style = { numFmt: FORMATS[kind] }
    }
    row.commit()
    // Its rows are written when the loop lets go; otherwise all of them wait in memory.
    if (sheet.rowCount % 1000 === 0) await new Promise(setImmediate)
  }
  sheet.commit()
  await book.commit()
  return written
}

async function hucre(rows: number): Promise<number> {
  const columns = KINDS.map((kind, at) => ({ header: HEADINGS[at] ?? '', numFmt: FORMATS[kind], width: 20 }))
  const stream = writeXlsxStream(plainOrders(rows), { name: '订单明细', columns, freezePane: { rows: 1 } })
  let written = 0
  for await (const piece of stream) written += piece.length
  return written
}

const [, , name = '', rows = ''] = process.argv
const writer = WRITERS[name as WriterName]
const stop = startMeasuring()
const written = await writer(Number(rows))
const { wall, cpu } = stop()
const took: WriterTook = { wall, cpu, memory: process.resourceUsage().maxRSS / 1024, written: written / 1e6 }
process.send?.(took)
