import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proveSection } from '#shared/bank-statements/proof.ts'
import type { Statement } from '#shared/bank-statements/statement.ts'
import { CORPORATE } from './corporate-set.ts'
import { BAI, OFX } from './message-samples.ts'
import { type Mutation, mutate, mutation } from './mutate.ts'
import { csv, fixture, reading } from './statement-files.ts'

const DIRECTIONS = new Map(CORPORATE.transactions.map(({ serial, direction }) => [serial, direction]))

/** Lines whose direction is proven, but is not the one of the original. */
function wronglyProven({ sections }: Statement): readonly (string | null)[] {
  return sections.flatMap((section) => {
    const { directions } = proveSection(section)
    return section.lines
      .filter(
        ({ serial, direction }, at) =>
          directions[at] && (DIRECTIONS.get(serial ?? '') ?? direction) !== direction,
      )
      .map(({ serial }) => serial)
  })
}

const TEXT_FILES = [
  'corporate/icbc_historydetail.csv',
  'corporate/boc_hisqry_gb18030.csv',
  'corporate/ccb.csv',
  'corporate/camt053_cny.xml',
  'personal/example-boc-records.csv',
  'personal/example-icbc-debit-v1-records.csv',
  'mt940/betterplace-sepa_snippet.sta',
  'mt940/mBank-mt942.sta',
]
const TEXTS: readonly (readonly [string, Uint8Array])[] = [
  ...TEXT_FILES.map((path) => [path, fixture(path)] as const),
  ['an OFX message', Buffer.from(OFX)],
  ['a BAI2 message', Buffer.from(BAI)],
]

test.each(TEXTS)(
  '%s, torn anywhere, never fails and never proves a wrong direction',
  async (_name, original) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const result = await reading(mutations.reduce(mutate, original))
        if (result.kind === 'read') expect(wronglyProven(result.statement)).toEqual([])
      }),
      { numRuns: 60 },
    )
  },
  60_000,
)

/** Cut there it begins with a tag of what it held, as XML does. */
const CUT_TO_A_TAG: Mutation = { kind: 'cut', at: 0, length: 56, byte: 0 }
const WORKBOOKS: readonly (readonly [string, readonly Mutation[]])[] = [
  ['corporate/icbc_wrong_dimension.xlsx', []],
  ['corporate/cmb_preamble.xlsx', [CUT_TO_A_TAG]],
]
const REFUSALS = ['broken-workbook', 'empty', 'unknown-layout', 'unknown-xml']

test.each(WORKBOOKS)('%s, torn anywhere, is refused or read right', async (path, found) => {
  const original = fixture(path)
  await fc.assert(
    fc.asyncProperty(mutation, async (change) => {
      const result = await reading(mutate(original, change))
      if (result.kind === 'read') expect(wronglyProven(result.statement)).toEqual([])
      else expect(REFUSALS).toContain(result.reason)
    }),
    { numRuns: 60, examples: found.map((change) => [change]) },
  )
})

describe('cells', () => {
  const HEADER = ['凭证号', '交易日期', '借方金额', '贷方金额', '余额', '对方户名', '摘要']
  const ROWS = CORPORATE.transactions.map(
    ({ serial, date, direction, amount, balance_after, counterparty_name, summary }) => [
      serial,
      date,
      direction === 'out' ? amount : '',
      direction === 'in' ? amount : '',
      balance_after,
      counterparty_name,
      summary,
    ],
  )
  const cell = fc.record({ row: fc.nat(ROWS.length - 1), column: fc.nat(HEADER.length - 1) })

  test('that change places never prove a wrong direction', async () => {
    await fc.assert(
      fc.asyncProperty(cell, cell, async (one, other) => {
        const rows = ROWS.map((row) => [...row])
        const [first = '', second = ''] = [rows[one.row]?.[one.column], rows[other.row]?.[other.column]]
        rows[one.row]?.splice(one.column, 1, second)
        rows[other.row]?.splice(other.column, 1, first)
        const result = await reading(Buffer.from(csv([HEADER, ...rows])))
        if (result.kind === 'read') expect(wronglyProven(result.statement)).toEqual([])
      }),
    )
  })

  test('of any text make a file that is read or refused, and never fails', async () => {
    const anyCell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('借', '贷', '1,2', '20261102', '-5.00', '"'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 12 }), async (rows) => {
        const { kind } = await reading(Buffer.from([HEADER, ...rows].map((row) => row.join(',')).join('\n')))
        expect(kind).toBe('read')
      }),
    )
  })
})

test('bytes of no file at all are refused or read, and never fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(['read', 'refused']).toContain((await reading(bytes)).kind)
    }),
  )
})

test('any beginning of a message format is refused or read, and never fails', async () => {
  const beginning = fc.constantFrom(
    ':20:X\n:61:',
    'OFXHEADER:100\n<OFX><STMTRS><STMTTRN>',
    '01,\n02,\n03,\n16,',
    '<?xml?>',
  )
  await fc.assert(
    fc.asyncProperty(beginning, fc.string({ maxLength: 200 }), async (start, rest) => {
      expect(['read', 'refused']).toContain((await reading(Buffer.from(start + rest))).kind)
    }),
  )
})
