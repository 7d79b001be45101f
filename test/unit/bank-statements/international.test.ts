import { describe, expect, test } from 'vitest'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { BAI, OFX } from './message-samples.ts'
import { fixture, reading, sectionOf, statementOf } from './statement-files.ts'

describe('CAMT.053', () => {
  const current = new TextDecoder().decode(fixture('corporate/camt053_cny.xml'))

  test.each(['02', '04', '06', '13'])('version 001.%s is read like 001.08', async (version) => {
    const renamed = current.replace('camt.053.001.08', `camt.053.001.${version}`)
    // Up to version 3 a status is bare text and a party has no Pty around it.
    const old =
      version === '02' ? renamed.replaceAll(/<\/?Pty>/g, '').replaceAll('<Cd>BOOK</Cd>', 'BOOK') : renamed
    expect((await sectionOf(old)).lines).toEqual((await sectionOf(current)).lines)
  })

  test('a prefix in front of every element changes nothing', async () => {
    const prefixed = current.replaceAll(/<(\/?)([A-Z])/g, '<$1ns:$2').replace('xmlns=', 'xmlns:ns=')
    expect((await sectionOf(prefixed)).lines).toEqual((await sectionOf(current)).lines)
  })

  test('an entry that is not booked is left out and shown', async () => {
    const pending = current.replace('<Cd>BOOK</Cd>', '<Cd>PDNG</Cd>')
    const { sections, skipped } = await statementOf(pending)
    expect(sections[0]?.lines).toHaveLength(23)
    expect(skipped).toMatchObject([{ reason: 'not-booked', place: { page: '1', row: 1 } }])
  })

  test('a time in another zone keeps the bank’s own day and time', async () => {
    const utc = current.replace('2026-11-02T09:12:33+08:00', '2026-11-01T19:12:33-06:00')
    expect((await sectionOf(utc)).lines[0]).toMatchObject({ bookedOn: '2026-11-01', bookedTime: '19:12:33' })
  })

  test('a DOCTYPE is refused before anything is parsed', async () => {
    const bomb = current.replace('<Document', '<!DOCTYPE x [<!ENTITY a "aaaa">]><Document')
    expect(await reading(Buffer.from(bomb))).toMatchObject({ kind: 'refused', reason: 'doctype' })
  })

  test('torn XML and other XML are refused', async () => {
    expect(await reading(Buffer.from(current.slice(0, 9000)))).toMatchObject({ reason: 'broken-xml' })
    expect(await reading(Buffer.from('<?xml version="1.0"?><a/>'))).toMatchObject({ reason: 'unknown-xml' })
  })
})

describe('OFX', () => {
  test('version 1 is read without closing tags', async () => {
    const { format, sections, skipped } = await statementOf(OFX)
    const [section] = sections
    expect(format).toBe('ofx')
    expect(section).toMatchObject({ account: '0200001109024543164', currency: 'CNY', closing: 600000 })
    expect(section?.lines.map(balanceEffect)).toEqual([500000, -1550])
    expect(section?.lines[0]).toMatchObject({
      serial: 'F1',
      bookedOn: '2026-11-02',
      bookedTime: '09:12:33',
      counterpartyName: '甲 & 乙',
      remark: '保证金',
    })
    expect(section?.lines[1]?.bookedTime).toBeNull()
    expect(skipped).toMatchObject([{ reason: 'date-unreadable', place: { row: 3 } }])
  })

  test('version 2 with closing tags reads the same', async () => {
    const xml = OFX.replace(/^[^<]*/, '<?xml version="1.0"?><?OFX OFXHEADER="200"?>').replace(
      /<([A-Z]+)>([^<\n]+)/g,
      '<$1>$2</$1>',
    )
    expect((await statementOf(xml)).sections).toEqual((await statementOf(OFX)).sections)
  })

  test('a closing balance alone proves nothing', async () => {
    expect(proveSection(await sectionOf(OFX)).verdict).toBe('unprovable')
  })
})

describe('BAI2', () => {
  test('details are read, continued and signed by their type', async () => {
    const { format, skipped } = await statementOf(BAI)
    const section = await sectionOf(BAI)
    expect([format, skipped]).toEqual(['bai2', []])
    expect(section).toMatchObject({
      account: '0975312468',
      currency: 'CNY',
      opening: 100000,
      closing: 148450,
    })
    expect(section.lines.map(balanceEffect)).toEqual([50000, -1550])
    expect(section.lines[0]).toMatchObject({
      serial: 'BR1',
      bookedOn: '2026-11-02',
      remark: 'CREDIT TRANSFER,from A, with a comma',
    })
  })

  test('balances, sums and counts prove it', async () => {
    const { verdict, checks } = proveSection(await sectionOf(BAI))
    expect(verdict).toBe('proven')
    expect(checks.filter((check) => check.verdict === 'proven').map(({ check }) => check)).toEqual([
      'opening-plus-lines',
      'debit-sum',
      'credit-sum',
      'debit-count',
      'credit-count',
    ])
  })

  test('a control total that does not come out is shown', async () => {
    const { skipped } = await statementOf(BAI.replace('49,351550', '49,351551'))
    expect(skipped).toMatchObject([{ reason: 'control-total-differs', place: { row: 7 } }])
  })
})
