import { afterAll, beforeAll, expect, it } from 'vitest'
import { InvoiceArchives } from '#main/engine/invoices/invoice-archives.ts'
import { zipEntries } from '#main/engine/invoices/unzip.ts'
import type { QueryContext } from '#main/engine/queries/query-context.ts'
import { sampleInvoice } from '#test/integration/platform/sample-invoices.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from '../queries/desk-under-test.ts'

const FILTER = { statuses: [], marketplaces: [], text: '', list: null }
let desk: DeskUnderTest
beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
})
afterAll(() => desk.close())

/** The desk of one question; originals are those that were attached here. */
function opened(): QueryContext {
  const context = desk.desk()
  const { attached } = context.workspace
  const read = async (hash: string) => {
    const bytes = await attached.read(hash)
    if (bytes === null) throw new Error('no platform here')
    return bytes
  }
  return { ...context, workspace: { ...context.workspace, files: { read } } }
}

it('an archive has each original once, byte for byte, and an index that says which invoice is in which', async () => {
  const bytes = new TextEncoder().encode('<EInvoice>两张发票的原件</EInvoice>')
  const file = await desk.desk().workspace.attached.keep({ name: '发票.xml', type: 'text/xml', bytes })
  const [one, two] = [sampleInvoice({ file, source: 'xml' }), sampleInvoice({ file, source: 'xml' })]
  const typed = sampleInvoice()
  desk.put('invoice', [one, two, typed])
  desk.index()
  const archives = new InvoiceArchives({
    clock: { now: () => desk.time.now, after: () => () => undefined },
    random: () => 0.5,
  })
  const context = opened()
  const { exportId, fileName } = await archives.begin(context, { filter: FILTER, language: 'zh' })
  const piece = await archives.next(context, exportId)
  expect([fileName, piece.whole]).toEqual(['invoices-2026-11-20.zip', { invoices: 3, files: 1 }])
  const entries = zipEntries(piece.bytes, { bytes: 1e6, entries: 10 })
  const name = `${file.sha256.slice(0, 12)}-发票.xml`
  expect(entries.map((entry) => entry.name)).toEqual(['index.csv', name])
  expect(Buffer.from(entries[1]?.content() ?? []).equals(bytes)).toBe(true)
  const index = new TextDecoder().decode(entries[0]?.content())
  const lines = index.split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines.filter((line) => line.includes(`${name},${file.sha256}`))).toHaveLength(2)
  for (const { number } of [one, two, typed]) expect(index).toContain(number)
})

it('an original that is not to be had ends the archive, and nothing of it is kept', async () => {
  const gone = { sha256: 'b'.repeat(64), name: 'a.ofd', size: 10, type: 'application/ofd' }
  desk.put('invoice', [sampleInvoice({ file: gone, source: 'ofd' })])
  const archives = new InvoiceArchives({
    clock: { now: () => desk.time.now, after: () => () => undefined },
    random: () => 0.6,
  })
  const context = opened()
  const { exportId } = await archives.begin(context, { filter: FILTER, language: 'zh' })
  await expect(archives.next(context, exportId)).rejects.toThrow('no platform here')
  await expect(archives.next(context, exportId)).rejects.toThrow('no import')
})
