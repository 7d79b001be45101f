import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineIdentities } from '#shared/bank-statements/identity.ts'
import type { StatementLine } from '#shared/bank-statements/statement.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import {
  type AccountLine,
  compareWithKnown,
  daysToCompare,
  type KnownLines,
  knownAfter,
  NOTHING_KNOWN,
} from '#shared/rules/known-lines/compare-with-known.ts'

const BASE: StatementLine = {
  serial: null,
  bookedOn: '2026-11-02',
  bookedTime: null,
  direction: 'in',
  amount: 20_000_00,
  side: 'credit',
  isReversal: false,
  counterpartyName: 'Alpha Ltd',
  counterpartyAccount: '',
  summary: '',
  purpose: '',
  remark: 'deposit alpha',
  balanceAfter: null,
  currency: null,
  place: { page: '1', row: 1 },
}
const ALPHA = BASE
const BETA: StatementLine = { ...BASE, counterpartyName: 'Beta Ltd', remark: 'deposit beta' }

/** The account after a file was imported into it; no name of a line is given twice. */
function importInto(account: KnownLines, file: readonly StatementLine[]): KnownLines {
  const after = knownAfter(account, file, lineIdentities(file))
  expect(after.names.size).toBe(after.lines.length)
  return after
}

const novelties = (file: readonly StatementLine[], ...before: readonly (readonly StatementLine[])[]) =>
  compareWithKnown(file, lineIdentities(file), before.reduce(importInto, NOTHING_KNOWN))

/** What another format leaves of a line. */
interface Format {
  readonly serial: 'kept' | 'none' | 'without-zeros'
  readonly remark: number
  readonly hasTime: boolean
  readonly hasBalance: boolean
  readonly hasAccount: boolean
  readonly isJoined: boolean
}
function savedAs(line: StatementLine, format: Format): StatementLine {
  const { purpose, remark, serial, bookedTime } = line
  const words = [purpose, remark].join(' ').trim()
  return {
    ...line,
    serial:
      format.serial === 'none'
        ? null
        : format.serial === 'kept'
          ? serial
          : (serial?.replace(/^0+/, '') ?? null),
    bookedTime: format.hasTime ? bookedTime : null,
    balanceAfter: format.hasBalance ? line.balanceAfter : null,
    counterpartyAccount: format.hasAccount ? line.counterpartyAccount : '',
    ...(format.isJoined
      ? { purpose: '', remark: words.slice(0, format.remark) }
      : { remark: remark.slice(0, format.remark) }),
  }
}
const format: fc.Arbitrary<Format> = fc.record({
  serial: fc.constantFrom('kept', 'none', 'without-zeros'),
  remark: fc.constantFrom(4, 9, 200),
  hasTime: fc.boolean(),
  hasBalance: fc.boolean(),
  hasAccount: fc.boolean(),
  isJoined: fc.boolean(),
})

/** What a bank has booked in an account: oldest first, many of the same day, amount and words. */
const ledger: fc.Arbitrary<readonly StatementLine[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 4 }),
      payer: fc.constantFrom('Alpha Ltd', 'Beta Ltd', '上海示例甲科技有限公司', '上海示例乙科技有限公司'),
      direction: fc.constantFrom('in', 'out'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((booked) =>
    booked
      .toSorted((one, other) => one.day - other.day)
      .map(
        ({ day, payer, direction }, at): StatementLine => ({
          ...BASE,
          serial: `00${at + 101}`,
          bookedOn: `2026-11-0${day}`,
          bookedTime: `09:${String(at).padStart(2, '0')}:30`,
          direction,
          counterpartyName: payer,
          counterpartyAccount: `6222${payer.length}000${payer.charCodeAt(4)}`,
          purpose: '保证金',
          remark: `${payer} 入驻 2026`,
          balanceAfter: 1_000_000_00 + at * 1_00,
          place: { page: 'books', row: at + 1 },
        }),
      ),
  )

describe('two payments of one day and amount', () => {
  test('are two by different vendors, whatever the order or number of files', () => {
    expect(novelties([BETA, ALPHA], [ALPHA])).toEqual(['new', 'known'])
    expect(novelties([BETA], [ALPHA])).toEqual(['new'])
    expect(novelties([ALPHA, BETA], [BETA], [ALPHA])).toEqual(['known', 'known'])
    expect(novelties([BETA, ALPHA, BETA], [ALPHA, BETA])).toEqual(['known', 'known', 'new'])
  })

  test('are two where nothing but the remark tells who paid', () => {
    const [alpha, beta] = [ALPHA, BETA].map((line) => ({ ...line, counterpartyName: '' }))
    expect(novelties([beta as StatementLine], [alpha as StatementLine])).toEqual(['new'])
    const summary = { ...ALPHA, counterpartyName: '', summary: 'deposit alpha', remark: '' }
    expect(novelties([beta as StatementLine], [summary])).toEqual(['new'])
  })

  test('that bear one serial are asked about where payer or remark differ, and are two in one file', () => {
    const [alpha, beta] = [ALPHA, BETA].map((line) => ({ ...line, serial: '7' })) as [
      StatementLine,
      StatementLine,
    ]
    expect(novelties([beta], [alpha])).toEqual(['overlapping'])
    expect(novelties([{ ...alpha, remark: 'something else' }], [alpha])).toEqual(['overlapping'])
    expect(novelties([alpha, beta], [alpha])).toEqual(['known', 'new'])
    expect(novelties([beta, alpha], [alpha])).toEqual(['new', 'known'])
  })

  test('with serials of their own are two, though all else is alike', () => {
    const [one, two] = ['UPI-2026011500000001', 'UPI-2026011500000002'].map((serial) => ({ ...BETA, serial }))
    expect(novelties([one as StatementLine, two as StatementLine], [one as StatementLine])).toEqual([
      'known',
      'new',
    ])
  })

  test('by one payer are asked about where the account has one that the file lacks and only the wording differs', () => {
    expect(novelties([{ ...ALPHA, remark: '/RMT/deposit' }], [ALPHA])).toEqual(['overlapping'])
    expect(novelties([{ ...ALPHA, serial: 'B' }], [{ ...ALPHA, serial: 'A' }])).toEqual(['overlapping'])
    const times = [
      { ...ALPHA, bookedTime: '09:00:00', serial: 'A' },
      { ...ALPHA, bookedTime: '10:00:00', serial: 'B' },
    ]
    expect(novelties([times[1] as StatementLine], [times[0] as StatementLine])).toEqual(['new'])
  })

  test('more of them than can be compared are asked about', () => {
    const many = (word: string) =>
      Array.from({ length: 1100 }, (_, at) => ({ ...ALPHA, counterpartyName: '', remark: `${word} ${at}` }))
    expect(new Set(novelties(many('a'), many('b')))).toEqual(new Set(['overlapping']))
  })
})

describe('a known line', () => {
  test.each<[string, Partial<StatementLine>]>([
    ['a remark that was cut off', { remark: 'deposit' }],
    ['no remark', { remark: '' }],
    ['the remark in another field', { remark: '', summary: 'deposit alpha' }],
    ['a payer that was cut off', { counterpartyName: 'Alpha' }],
    ['other width, case and blanks', { counterpartyName: 'ＡＬＰＨＡ  ltd', remark: 'Deposit  Alpha' }],
    ['another name for the kind of entry', { summary: 'NTRF' }],
    ['a kind of entry instead of a remark', { summary: 'CREDIT', remark: '' }],
    ['a serial', { serial: '12' }],
    ['a balance and a time', { balanceAfter: 5, bookedTime: '10:00:00' }],
    ['the account it came from', { counterpartyAccount: '6222 0001' }],
    ['a masked account', { counterpartyAccount: '6222****01' }],
  ])('is told with %s', (_, change) => {
    expect(novelties([{ ...ALPHA, ...change }], [ALPHA])).toEqual(['known'])
    expect(novelties([ALPHA], [{ ...ALPHA, ...change }])).toEqual(['known'])
  })

  test('may have a time without seconds, but not another one', () => {
    const at = (bookedTime: string) => ({ ...ALPHA, bookedTime })
    expect(novelties([at('09:12:00')], [at('09:12:33')])).toEqual(['known'])
    expect(novelties([at('09:12:34')], [at('09:12:33')])).toEqual(['new'])
  })

  test('is paired with as many as can be', () => {
    const [long, short] = [ALPHA, { ...ALPHA, remark: 'deposit' }]
    const other = { ...ALPHA, remark: 'deposit other' }
    expect(novelties([long, other], [short, { ...ALPHA, remark: 'deposit alpha 2' }])).toEqual([
      'known',
      'known',
    ])
  })

  test('of another purpose with the same beginning is another payment', () => {
    const said = (remark: string) => ({ ...ALPHA, purpose: '保证金', remark: `保证金 ${remark}` })
    expect(novelties([said('乙')], [said('甲')])).not.toEqual(['known'])
  })

  test('is looked for only in the days of lines whose names are not there', () => {
    const names = lineIdentities([ALPHA, { ...BETA, bookedOn: '2026-11-09' }])
    expect(
      daysToCompare([ALPHA, { ...BETA, bookedOn: '2026-11-09' }], names, new Set(names.slice(0, 1))),
    ).toEqual({
      from: '2026-11-09',
      to: '2026-11-09',
    })
    expect(daysToCompare([ALPHA], names, new Set(names))).toBeNull()
  })
})

describe('files of one account', () => {
  test('come to every payment once, however they are cut, ordered and overlap', () => {
    const cuts = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 4 })
    fc.assert(
      fc.property(ledger, cuts, fc.infiniteStream(fc.boolean()), (booked, wishes, coin) => {
        const files = [
          ...wishes.map(([from, until]) => booked.slice(Math.min(from, until), Math.max(from, until) + 1)),
          booked,
        ]
        const ordered = files.toSorted(() => (coin.next().value ? 1 : -1))
        const { lines } = ordered
          .map((file) => (coin.next().value ? file : file.toReversed()))
          .reduce(importInto, NOTHING_KNOWN)
        expect(lines.map(({ name: _, ...line }) => line).toSorted(byRow)).toEqual(booked)
      }),
    )
  })

  test('stay known when they are saved in another format', () => {
    fc.assert(
      fc.property(ledger, format, format, (booked, one, other) => {
        const first = booked.map((line) => savedAs(line, one))
        const second = booked.map((line) => savedAs(line, other))
        expect(new Set(novelties(second.toReversed(), first))).toEqual(new Set(['known']))
      }),
    )
  })

  test('never lose a payment of another vendor, whatever formats they come in', () => {
    fc.assert(
      fc.property(
        ledger,
        fc.array(format, { minLength: 2, maxLength: 4 }),
        fc.nat(14),
        (booked, formats, cut) => {
          const parts = [booked.slice(0, cut), booked.slice(cut), booked]
          const { lines } = parts
            .map((file, at) => file.map((line) => savedAs(line, formats[at % formats.length] as Format)))
            .reduce(importInto, NOTHING_KNOWN)
          const sums = (some: readonly StatementLine[] | readonly AccountLine[]) =>
            [
              ...Map.groupBy<string, StatementLine | AccountLine>(
                some,
                (line) => `${line.counterpartyName} ${line.bookedOn}`,
              ),
            ]
              .map(([key, of]) => [key, of.reduce((sum, line) => sum + balanceEffect(line), 0)])
              .toSorted()
          expect(sums(lines)).toEqual(sums(booked))
        },
      ),
    )
  })
})

function byRow(one: Pick<StatementLine, 'bookedOn'>, other: Pick<StatementLine, 'bookedOn'>): number {
  return (one as StatementLine).place.row - (other as StatementLine).place.row
}
