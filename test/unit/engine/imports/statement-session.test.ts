import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Answers,
  type CompareQuestion,
  paymentKey,
  type Question,
} from '#main/engine/imports/statement-questions.ts'
import { StatementSession } from '#main/engine/imports/statement-session.ts'
import { workbookGrids } from '#main/engine/imports/workbook-grids.ts'
import { lineNames, unpackLines } from '#node/packed-lines/packed-lines.ts'
import { periodOf } from '#shared/bank-statements/identity.ts'
import { assert } from '#shared/base/assert.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import {
  type AccountLine,
  type KnownLines,
  knownAfter,
  NOTHING_KNOWN,
} from '#shared/rules/known-lines/compare-with-known.ts'
import { BAI, OFX } from '../../bank-statements/message-samples.ts'
import { mutate, mutation } from '../../bank-statements/mutate.ts'
import { csv, fixture } from '../../bank-statements/statement-files.ts'

const NO_ACCOUNT = { imported: null, items: [], contested: new Set<string>(), settings: null }
const PACK = {
  kind: 'pack',
  section: 0,
  now: 1_700_000_000_000,
  chances: [0.5],
  matchAutomatically: true,
} as const
const ALL = { kind: 'lines', section: 0, novelty: null, after: 0, limit: 200 } as const

/** A session in this thread. */
class Session {
  readonly #session = new StatementSession(async (source) => workbookGrids(source))

  async open(bytes: Uint8Array | string): Promise<Answers['read']> {
    this.#session.add(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    return this.ask<'read'>({ kind: 'read', mappings: [] })
  }

  /** Holds the first section against an account that has these lines. */
  async compare(
    change: Partial<CompareQuestion> = {},
    known: Iterable<string> = [],
    lines: readonly AccountLine[] = [],
  ) {
    this.#session.know(0, [...known], lines)
    return this.ask<'compare'>({ kind: 'compare', section: 0, ...NO_ACCOUNT, ...change })
  }

  ask<K extends keyof Answers>(question: Extract<Question, { kind: K }>): Promise<Answers[K]> {
    return this.#session.answer(question) as Promise<Answers[K]>
  }

  async packed() {
    const { packedLines, ...rest } = await this.ask<'pack'>(PACK)
    const lines = await unpackLines(packedLines)
    assert(lines !== null, 'what is packed unpacks')
    return { ...rest, all: lines }
  }
}

const SAMPLES: readonly (readonly [string, Uint8Array])[] = [
  'corporate/icbc_historydetail.csv',
  'corporate/boc_hisqry_gb18030.csv',
  'corporate/ccb.csv',
  'corporate/cmb_preamble.xlsx',
  'corporate/icbc_wrong_dimension.xlsx',
  'corporate/camt053_cny.xml',
  'personal/example-cmb-records.csv',
  'personal/example-boc-records.csv',
  'personal/example-icbc-debit-v1-records.csv',
  'personal/ccb-transactions.xls',
  'mt940/betterplace-sepa_snippet.sta',
  'mt940/self-provided-raphaelm.sta',
].map((path) => [path, fixture(path)] as const)
const MESSAGES: typeof SAMPLES = [
  ['an OFX message', Buffer.from(OFX)],
  ['a BAI2 message', Buffer.from(BAI)],
]

test.each([...SAMPLES, ...MESSAGES])('%s is packed as the platform takes it', async (_name, bytes) => {
  const session = new Session()
  const file = await session.open(bytes)
  assert(file.kind === 'read', 'the sample is read')
  await session.compare()
  const { all, added, lines } = await session.packed()
  expect([all.length, added]).toEqual([lines, lines])
  expect(periodOf(all)).toEqual(file.sections[0]?.period)
})

// A torn legacy workbook may hang, which is what the thread of the workbook is for.
const MUTATED = [...SAMPLES.filter(([name]) => !name.endsWith('.xls')), ...MESSAGES]

test.each(MUTATED)(
  '%s, torn anywhere, is refused or packed as the platform takes it',
  async (_name, original) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (changes) => {
        const session = new Session()
        const file = await session.open(changes.reduce(mutate, original))
        if (file.kind === 'refused' || file.sections.length === 0) return
        await session.compare()
        const { all, lines } = await session.packed()
        expect(all).toHaveLength(lines)
      }),
      { numRuns: 25 },
    )
  },
  60_000,
)

const HEADER = ['交易日期', '借方金额', '贷方金额', '余额', '对方户名', '摘要']
const DAYS = 12
/** Two lines a day of one account; every other day both are alike but for the balance. */
const ROWS = Array.from({ length: DAYS * 2 }, (_, at) => [
  `2026-11-${String(1 + (at >> 1)).padStart(2, '0')}`,
  '',
  (at >> 1) % 2 === 0 ? '5.00' : `${at + 1}.01`,
  '',
  `付款人${at >> 2}`,
  '转账',
])
const fileOf = (from: number, until: number) => csv([HEADER, ...ROWS.slice(from * 2, until * 2)])

/** The account after a file was imported: its names and days. */
async function importInto(known: KnownLines, text: string): Promise<KnownLines> {
  const session = new Session()
  await session.open(text)
  await session.compare({ imported: known.imported }, known.names, known.lines)
  const { all } = await session.packed()
  const after = knownAfter(known, all, lineNames(all))
  expect(all.filter(({ id }) => id !== null)).toHaveLength(after.lines.length - known.lines.length)
  return after
}

describe('an import', () => {
  test('of two overlapping files leaves the same lines in either order', async () => {
    const days = fc.tuple(fc.nat(DAYS - 1), fc.nat(DAYS - 1)).map((pair) => pair.toSorted((a, b) => a - b))
    await fc.assert(
      fc.asyncProperty(days, days, async ([from = 0, until = 0], [start = 0, end = 0]) => {
        const one = fileOf(from, until + 1)
        const other = fileOf(start, end + 1)
        const forth = await importInto(await importInto(NOTHING_KNOWN, one), other)
        const back = await importInto(await importInto(NOTHING_KNOWN, other), one)
        expect([...back.names].sort()).toEqual([...forth.names].sort())
        expect(forth.names.size).toBe(
          new Set(
            [...ROWS.keys()].filter((at) => {
              const day = at >> 1
              return (day >= from && day <= until) || (day >= start && day <= end)
            }),
          ).size,
        )
      }),
      { numRuns: 30 },
    )
  })

  test('names a new line and leaves a known one without an id', async () => {
    const session = new Session()
    await session.open(fileOf(0, 3))
    await session.compare()
    const names = lineNames((await session.packed()).all)
    expect(await session.compare({ imported: null }, names.slice(0, 2))).toMatchObject({ known: 2, new: 4 })
    const { all, added } = await session.packed()
    const ids = all.map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual([null, null])
    expect(new Set(ids.slice(2)).size).toBe(4)
    expect(ids.slice(2)).toEqual(ids.slice(2).toSorted())
    expect(added).toBe(4)
  })

  test('shows its lines window by window, oldest first, of one novelty or all', async () => {
    const session = new Session()
    await session.open(fileOf(0, 4))
    await session.compare()
    const names = lineNames((await session.packed()).all)
    await session.compare({ imported: { from: '2026-11-01', to: '2026-11-03' } }, names.slice(0, 3))
    const all = await session.ask<'lines'>(ALL)
    expect(all.lines.map(({ novelty }) => novelty)).toEqual([
      ...Array(3).fill('known'),
      'overlapping',
      ...Array(4).fill('new'),
    ])
    const first = await session.ask<'lines'>({ ...ALL, novelty: 'new', limit: 3 })
    expect(first.lines.map(({ ordinal }) => ordinal)).toEqual([4, 5, 6])
    const rest = await session.ask<'lines'>({ ...ALL, novelty: 'new', after: first.next ?? 0, limit: 3 })
    expect(rest).toMatchObject({ lines: [{ ordinal: 7 }], next: null })
  })

  test('matches by itself only new lines whose direction is proven and whose deposit no other line fits', async () => {
    const deposit = { kind: 'deposit', due: 500_000, accounts: [] } as const
    const items: OpenItem[] = [
      { ...deposit, id: '01KA0000000000000000000001', counterparty: '示例软件（北京）有限公司' },
      { ...deposit, id: '01KA0000000000000000000002', counterparty: '上海测试云科技有限公司' },
    ]
    const session = new Session()
    await session.open(fixture('corporate/icbc_historydetail.csv'))
    const settings = {
      ...matchSettings(null),
      pattern: { fixedPart: 'KubeSphere Marketplace', depositWord: '保证金' },
    }
    expect((await session.compare({ items, settings })).automatic).toBe(1)
    const { matches, all } = await session.packed()
    expect(matches).toEqual([
      {
        lineId: all[1]?.id,
        part: expect.objectContaining({
          amount: 500_000,
          target: { kind: 'deposit', obligationId: '01KA0000000000000000000001' },
        }),
      },
    ])
    const contested = new Set(['deposit 01KA0000000000000000000001'])
    expect(await session.compare({ items, settings, contested })).toMatchObject({ automatic: 0 })
    const typed = new Set([paymentKey(`${all[1]?.serial}`)])
    expect(await session.compare({ items, settings, contested: typed })).toMatchObject({ automatic: 0 })
    expect(await session.compare({ items, settings }, lineNames(all))).toMatchObject({
      automatic: 0,
      suggested: 0,
    })
    expect(await session.packed()).toMatchObject({ matches: [], added: 0 })
  })
})
