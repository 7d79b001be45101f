import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { STATEMENT_MAPPINGS } from '#main/engine/imports/column-mappings.ts'
import { ImportRefused } from '#main/engine/imports/import-refused.ts'
import type { ColumnMapping } from '#shared/bank-statements/mapping.ts'
import { bankFile, type ImportDesk, startImportDesk } from './harness/import-desk.ts'

const ICBC = bankFile('corporate/icbc_historydetail.csv')
const CMB = bankFile('corporate/cmb_preamble.xlsx')
const NO_NUMBER = bankFile('corporate/icbc_wrong_dimension.xlsx')

let bank: ImportDesk
beforeEach(async () => {
  bank = await startImportDesk()
})
afterEach(() => bank.close())

const refused = (code: string, detail = expect.anything()) =>
  expect.objectContaining({ name: ImportRefused.name, code, detail })

/** Rows of a CSV sample, without its first two, in another order or number. */
function icbcWith(change: (rows: string[]) => string[]): Buffer {
  const text = ICBC.toString('latin1')
  const [mark = '', header = '', ...rows] = text.trimEnd().split('\r\n')
  return Buffer.from([mark, header, ...change(rows), ''].join('\r\n'), 'latin1')
}

describe('a statement of a known bank', () => {
  it('shows account, proof and what will happen, then is imported in one decision', async () => {
    const { id, section } = await bank.open(ICBC, '十一月.csv')
    expect(section).toMatchObject({
      head: {
        fileName: '十一月.csv',
        format: 'icbc-history',
        period: { from: '2026-11-02', to: '2026-11-19' },
      },
      account: { id: bank.account.id },
      proof: { verdict: 'proven', opening: 100_000_000, closing: 112_499_624 },
      lines: 24,
      new: 24,
      known: 0,
      automatic: 1,
      toAccept: [],
      barred: null,
    })
    const window = { section: 0, novelty: null, after: 0, limit: 3 }
    const { lines, next } = await bank.imports.find(bank.desk(), id).lines(bank.desk(), window)
    expect(lines.map(({ automatic }) => automatic?.obligationId ?? null)).toEqual([
      null,
      bank.obligation.id,
      null,
    ])
    expect(next).toBe(3)

    const row = await bank.imports.apply(bank.desk(), id, 0, [], true)
    expect(row.state).toBe('held')
    await bank.settle()
    expect(bank.console.workspace().outbox.returned()).toEqual([])
    expect(bank.lines()).toHaveLength(24)
    expect(await bank.platform.platform.store.get('depositObligation', bank.obligation.id)).toMatchObject({
      entries: [{ kind: 'match', amount: 500_000 }],
    })
    expect(() => bank.imports.find(bank.desk(), id)).toThrow('no import')
  })

  it('leaves certain matches to a person who wants that', async () => {
    const { id } = await bank.open(ICBC)
    await bank.imports.apply(bank.desk(), id, 0, [], false)
    await bank.settle()
    expect(await bank.platform.platform.store.get('depositObligation', bank.obligation.id)).toMatchObject({
      entries: [],
    })
  })

  it('adds nothing when it is imported again, under whatever name', async () => {
    await bank.bring(ICBC)
    const { id, section } = await bank.open(ICBC, 'a-copy.txt')
    expect(section).toMatchObject({ new: 0, known: 24, overlapping: 0, barred: 'nothing-new' })
    await expect(bank.imports.apply(bank.desk(), id, 0, [], true)).rejects.toEqual(
      refused('barred', 'nothing-new'),
    )
  })

  it('is known while it is still on its way', async () => {
    const first = await bank.open(ICBC)
    await bank.imports.apply(bank.desk(), first.id, 0, [], true)
    await bank.console.workspace().sync.now()
    const { section } = await bank.open(ICBC)
    expect(section).toMatchObject({ new: 0, known: 24, barred: 'nothing-new' })
  })

  it('adds only what is new where another file overlaps it, whatever its format', async () => {
    await bank.bring(icbcWith((rows) => rows.slice(0, 10)))
    expect(bank.lines()).toHaveLength(10)
    const { section } = await bank.open(CMB)
    expect(section).toMatchObject({ known: 10, new: 14, overlapping: 0, toAccept: [] })
    await bank.bring(CMB)
    expect(bank.lines()).toHaveLength(24)
  })

  it('is held against the account by payer and remark, as the platform does', async () => {
    const table = (...rows: string[]) =>
      Buffer.from(['交易日期,收入,支出,对方户名,附言', ...rows, ''].join('\n'))
    const alpha = '2026-11-20,20000.00,,上海示例甲科技有限公司,保证金 入驻'
    const beta = '2026-11-20,20000.00,,北京示例乙软件有限公司,保证金 入驻'
    const choose = async (bytes: Buffer) => {
      const { id } = await bank.open(bytes)
      await bank.imports.find(bank.desk(), id).choose(bank.desk(), 0, bank.account.id)
      const preview = await bank.preview(id)
      return { id, section: preview.kind === 'read' ? preview.sections[0] : undefined }
    }
    const accepted = ['account-unnamed', 'unproven'] as const
    const first = await choose(table(alpha))
    await bank.imports.apply(bank.desk(), first.id, 0, accepted, true)
    await bank.settle()
    const other = await choose(table(beta, alpha.replace(' 入驻', '')))
    expect(other.section).toMatchObject({ new: 1, known: 1, overlapping: 0, toAccept: accepted })
    await bank.imports.apply(bank.desk(), other.id, 0, accepted, true)
    await bank.settle()
    expect(bank.console.workspace().outbox.returned()).toEqual([])
    expect(bank.lines()).toHaveLength(2)
    const asked = await choose(table(alpha.replace('保证金 入驻', '/RMT/入驻费')).subarray())
    expect(asked.section).toMatchObject({ new: 0, known: 0, overlapping: 1 })
    expect(asked.section?.toAccept).toContain('overlapping')
  })

  it('is the same with the newest line first', async () => {
    const { section } = await bank.open(icbcWith((rows) => rows.toReversed()))
    expect(section.proof.verdict).toBe('proven')
    await bank.bring(icbcWith((rows) => rows.toReversed()))
    const { section: again } = await bank.open(ICBC)
    expect(again).toMatchObject({ known: 24, new: 0 })
  })
})

describe('what does not fit is refused, or accepted by name', () => {
  it('a torn workbook is refused', async () => {
    const id = await bank.give(CMB.subarray(0, CMB.length / 2))
    expect(await bank.preview(id)).toMatchObject({ kind: 'refused', reason: 'broken-workbook' })
  })

  it('a missing line breaks the proof and is imported only when that is accepted', async () => {
    const torn = icbcWith((rows) => rows.toSpliced(5, 1))
    const { id, section } = await bank.open(torn)
    expect(section).toMatchObject({ proof: { verdict: 'contradicted' }, toAccept: ['contradicted'] })
    await expect(bank.imports.apply(bank.desk(), id, 0, [], true)).rejects.toEqual(
      refused('not-accepted', 'contradicted'),
    )
    await bank.imports.apply(bank.desk(), id, 0, ['contradicted'], true)
    await bank.settle()
    expect(bank.lines()).toHaveLength(23)
    const { section: whole } = await bank.open(ICBC)
    expect(whole).toMatchObject({ known: 23, overlapping: 1, toAccept: ['overlapping'] })
    await bank.bring(ICBC, ['overlapping'])
    expect(bank.lines()).toHaveLength(24)
  })

  it('a file that names no account goes where a person says, and says so', async () => {
    const { id, section } = await bank.open(NO_NUMBER)
    expect(section).toMatchObject({ account: null, barred: 'no-account' })
    await bank.imports.find(bank.desk(), id).choose(bank.desk(), 0, bank.account.id)
    const chosen = await bank.preview(id)
    expect(chosen).toMatchObject({
      sections: [{ account: { id: bank.account.id }, toAccept: ['account-unnamed'], barred: null }],
    })
    await bank.imports.apply(bank.desk(), id, 0, ['account-unnamed'], true)
    await bank.settle()
    expect(bank.lines()).toHaveLength(24)
  })

  it('a file of another account is not imported unless that is accepted', async () => {
    const other = Buffer.from(
      ICBC.toString('latin1').replaceAll('0200001109024543164', '0200001109024543999'),
      'latin1',
    )
    const { id, section } = await bank.open(other)
    expect(section).toMatchObject({ account: null, barred: 'no-account' })
    const opened = bank.imports.find(bank.desk(), id)
    await opened.choose(bank.desk(), 0, bank.account.id)
    await expect(bank.imports.apply(bank.desk(), id, 0, [], true)).rejects.toEqual(
      refused('not-accepted', 'account-differs'),
    )
  })

  it('a file that is not here whole is not read', async () => {
    const id = await bank.imports.begin(bank.desk(), 'half.csv', ICBC.length)
    bank.imports.add(bank.desk(), id, ICBC.subarray(0, 100).toString('base64'))
    expect(() => bank.imports.read(bank.desk(), id)).toThrow(refused('incomplete'))
    await expect(bank.preview(id)).rejects.toEqual(refused('not-read'))
  })

  it('a file larger than any statement is refused before it comes', async () => {
    await expect(bank.imports.begin(bank.desk(), 'huge.csv', 1e9)).rejects.toEqual(refused('too-large'))
  })
})

describe('a layout nobody knows', () => {
  const HEADER = ['哪天', '进账', '出账', '结余', '谁', '说明']
  const file = (day: string) =>
    Buffer.from(
      [HEADER, [day, '100.00', '', '1100.00', '甲公司', ''], [day, '', '50.00', '1050.00', '乙公司', '']]
        .map((row) => row.join(','))
        .join('\n'),
    )
  const MAPPING: ColumnMapping = {
    format: 1,
    name: '某行',
    header: HEADER,
    columns: {
      date: '哪天',
      credit: '进账',
      debit: '出账',
      balance: '结余',
      counterpartyName: '谁',
      remark: '说明',
    },
    amountSign: 'signed',
  }

  it('is read by a mapping, which is found again by the header of any later file', async () => {
    const id = await bank.give(file('2026-11-02'), 'first.csv')
    expect(await bank.preview(id)).toMatchObject({
      kind: 'refused',
      reason: 'unknown-layout',
      candidates: expect.arrayContaining([HEADER]),
    })
    const signature = bank.imports.map(bank.desk(), id, MAPPING)
    expect(await bank.preview(id)).toMatchObject({
      kind: 'read',
      format: 'mapping',
      sections: [{ lines: 2 }],
    })

    const { section } = await bank.open(file('2026-11-03'), 'named otherwise.txt')
    expect(section).toMatchObject({ lines: 2, proof: { verdict: 'proven' } })
    const { journal } = bank.desk().workspace
    expect(STATEMENT_MAPPINGS.list(journal)).toMatchObject([{ signature, mapping: { name: '某行' } }])
    const [before] = STATEMENT_MAPPINGS.list(journal)
    expect(STATEMENT_MAPPINGS.rename(journal, signature, '某行苏州分行')).toBe(true)
    expect(STATEMENT_MAPPINGS.rename(journal, 'no such header', '某行')).toBe(false)
    const renamed = { ...before, mapping: { ...before?.mapping, name: '某行苏州分行' } }
    expect(STATEMENT_MAPPINGS.list(journal)).toEqual([renamed])
    expect((await bank.open(file('2026-11-04'), 'as before.txt')).section).toMatchObject({ lines: 2 })
    expect(STATEMENT_MAPPINGS.forget(journal, signature)).toBe(true)
    expect(STATEMENT_MAPPINGS.list(journal)).toEqual([])
  })
})

describe('files on their way in', () => {
  it('are given up when nobody asks about them, one too many begins, or somebody signs out', async () => {
    const ids = []
    for (let count = 0; count < 5; count++) ids.push(await bank.imports.begin(bank.desk(), 'a', 1))
    const [first = '', ...others] = ids
    expect(() => bank.imports.find(bank.desk(), first)).toThrow('no import')
    for (const id of others) expect(bank.imports.find(bank.desk(), id).id).toBe(id)
    await bank.imports.keepOnly(null)
    expect(await bank.imports.cancel(others[0] ?? '')).toBe(false)
  })
})
