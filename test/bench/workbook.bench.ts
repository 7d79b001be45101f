// A workbook of 100,000 and of 1,000,000 orders by our writer, sums and checks of each cell included, against exceljs' streaming
// writer with a style for each cell and with one for each column, and hucre's; then the real export of 100,000 settled orders
// from the encrypted copy, and how long the engine's thread is blocked meanwhile.
import { fork } from 'node:child_process'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { SettlementBooks } from '#main/engine/settlement-book/settlement-books.ts'
import { settlementFilterSchema } from '#shared/contracts/console-engine/settlement.ts'
import { newUlid } from '#test/integration/platform/sample-records.ts'
import { bookDesk } from '#test/unit/engine/settlement-book/book-desk.ts'
import { inWords, ratios, startMeasuring } from './harness/cpu-time.ts'
import { scaled } from './harness/scale.ts'
import type { WriterName, WriterTook } from './harness/workbook-writers.ts'

const SIZES = [scaled(100_000), scaled(1_000_000)]
const SETTLED = scaled(100_000)
const STATEMENTS = Math.max(1, Math.round(SETTLED / 200))

function took(writer: WriterName, rows: number): Promise<WriterTook> {
  const child = fork(new URL('./harness/workbook-writers.ts', import.meta.url), [writer, String(rows)])
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as WriterTook))
    child.once('exit', (code) => reject(new Error(`${writer} ended with ${code}`)))
  })
}

for (const rows of SIZES) {
  const ours = await took('ours', rows)
  const line = (name: string, { memory, written, ...taken }: WriterTook) =>
    console.log(
      `${rows} rows, ${name}: ${inWords(taken)}; ${memory.toFixed(0)} MB at most, ${written.toFixed(1)} MB written`,
    )
  line('ours', ours)
  for (const other of ['exceljs-cells', 'exceljs-columns', 'hucre'] as const) {
    const theirs = await took(other, rows)
    line(other, theirs)
    console.log(`${rows} rows, against ${other}: ${ratios(theirs, ours)}`)
  }
}

const desk = bookDesk()
for (let at = 0; at < STATEMENTS; at++) {
  const line = (order: number) => ({
    orderId: newUlid(),
    orderNumber: `N${at}-${order}`,
    gross: 100_00 + order,
    amount: 90_00 + order,
  })
  const lines = Array.from({ length: Math.ceil(SETTLED / STATEMENTS) }, (_, order) => line(order))
  desk.put(lines, { providerId: `provider-${at}` })
}
desk.index()
desk.complete()
const books = new SettlementBooks({
  clock: { now: () => 0, after: () => () => undefined },
  random: Math.random,
})
const context = desk.desk()
const filter = settlementFilterSchema.parse({})
const { exportId } = await books.begin(context, { filter, language: 'zh', format: 'xlsx' })
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const stop = startMeasuring()
let [bytes, whole] = [0, null as object | null]
while (whole === null) {
  const piece = await books.next(context, exportId)
  // As it goes to the page.
  bytes += Buffer.from(piece.bytes.buffer).toString('base64').length
  whole = piece.whole
}
const exported = stop()
delay.disable()
console.log(
  `${SETTLED} settled orders exported from the copy: ${inWords(exported)}, ${(bytes / 1e6).toFixed(1)} MB as base64`,
)
console.log(`the thread of the engine was blocked for ${(delay.max / 1e6).toFixed(1)} ms at most`)
desk.close()
