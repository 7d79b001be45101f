import { describe, expect, it } from 'vitest'
import { kindOf, without } from '#shared/contracts/console-platform/kinds/define-kind.ts'
import {
  columnNamesIn,
  isAlikeIn,
  kindsIn,
  outcomeIn,
  recordIn,
  wireRowIn,
} from '#shared/contracts/console-platform/older-protocols.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import {
  columnNames,
  RECORD_KIND_NAMES,
  RECORD_KINDS,
  wireRow,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import { sampleLine, sampleObligation } from '#test/integration/platform/sample-records.ts'

interface Note {
  readonly id: string
  readonly version: number
  readonly text: string
  readonly colour: string
  readonly pinned: boolean
}
const { text, integer } = kindOf<Note>()
/** A kind of protocol 3 that got a colour with 4 and a pin with 5. */
const SHEET = {
  columns: {
    body: text<string>(({ text }) => text, { formerly: { name: 'said', until: 4 } }),
    colour: text<string>(({ colour }) => colour, { since: 4 }),
    pinned: integer(({ pinned }) => (pinned ? 1 : 0), { since: 5 }),
  },
  before: {
    4: (note: Note) => without(note, 'colour'),
    5: (note: Note) => without(note, 'pinned'),
  },
}
const NOTE: Note = { id: 'n1', version: 2, text: 'hello', colour: 'red', pinned: true }
const { pinned: _pinned, ...IN_4 } = NOTE
const { colour: _colour, ...IN_3 } = IN_4

describe('what a console of an older protocol gets', () => {
  it.each([
    [3, ['said'], ['hello'], IN_3],
    [4, ['said', 'colour'], ['hello', 'red'], IN_4],
    [5, ['body', 'colour', 'pinned'], ['hello', 'red', 1], NOTE],
  ])(
    'are the columns and fields of protocol %i, by the names they had',
    (protocol, names, lifted, record) => {
      expect(columnNamesIn(SHEET, protocol)).toEqual(names)
      expect(recordIn(SHEET, NOTE, protocol)).toEqual(record)
      expect(wireRowIn(SHEET, NOTE, protocol)).toEqual(['n1', 2, ...lifted, JSON.stringify(record)])
      expect(isAlikeIn(SHEET, protocol)).toBe(protocol === 5)
    },
  )
  it('are the kinds there were: bank records since 3, deposits since 2', () => {
    expect(kindsIn(1)).toEqual(['operator', 'provider', 'application', 'listing', 'listingVersion'])
    expect(kindsIn(2)).toEqual([...kindsIn(1), 'depositObligation'])
    expect(kindsIn(3)).toEqual([...kindsIn(2), 'bankAccount', 'bankStatement', 'bankLine'])
  })
  it.each(RECORD_KIND_NAMES)('in the newest protocol is everything as it is stored: %s', (kind) => {
    expect(columnNamesIn(RECORD_KINDS[kind], PROTOCOL_VERSION)).toEqual(columnNames(kind))
    expect(isAlikeIn(RECORD_KINDS[kind], PROTOCOL_VERSION)).toBe(true)
  })
  it('in the newest protocol is a row the one that is stored', () => {
    const line = sampleLine()
    expect(wireRowIn(RECORD_KINDS.bankLine, line, PROTOCOL_VERSION)).toEqual(wireRow('bankLine', line))
  })
  it('before 4 has a posting no note: its schema refuses one', () => {
    const posted = { line: 'l', at: '2026-11-20T02:00:00.000Z', by: 'op-3', byName: '刘芳' }
    const record = sampleObligation({
      entries: [{ kind: 'match', amount: 500_000, note: '代付', ...posted }],
    })
    expect(recordIn(RECORD_KINDS.depositObligation, record, 3)).toMatchObject({
      entries: [{ kind: 'match', amount: 500_000, ...posted }],
    })
    expect(JSON.stringify(recordIn(RECORD_KINDS.depositObligation, record, 3))).not.toContain('note"')
  })
  it('before 4 has a deposit no holds and no payees', () => {
    const posted = { at: '2026-11-20T02:00:00.000Z', by: 'op-3', byName: '刘芳' }
    const payee = { route: 'original', name: '云栈', account: '62220001' } as const
    const record = sampleObligation({
      entries: [
        { kind: 'refund-request', amount: 0, wanted: 1, reason: '合作终止', payee, ...posted },
        { kind: 'refund-hold', amount: 0, reason: '投诉', ...posted },
        {
          kind: 'receipt-sent',
          amount: 0,
          number: 'SJ-1',
          courier: '顺丰',
          tracking: 'SF1',
          attachments: [],
          ...posted,
        },
        { kind: 'refund-hold-lifted', amount: 0, reason: '无误', ...posted },
      ],
    })
    expect(recordIn(RECORD_KINDS.depositObligation, record, 3)).toMatchObject({
      entries: [{ kind: 'refund-request', amount: 0, wanted: 1, reason: '合作终止', ...posted }],
    })
  })
  it('of a conflict is the record as that protocol has it; what is no record of the kind is not sent', () => {
    const conflict = (current: unknown) => ({ kind: 'conflict', currentVersion: 2, current }) as const
    const record = sampleObligation()
    expect(outcomeIn(conflict(record), 'depositObligation', 3)).toEqual(
      conflict(recordIn(RECORD_KINDS.depositObligation, record, 3)),
    )
    expect(outcomeIn(conflict({ id: 'x' }), 'depositObligation', 3)).toEqual(conflict(null))
    expect(outcomeIn(conflict(null), 'depositObligation', 4)).toEqual(conflict(null))
  })
})
