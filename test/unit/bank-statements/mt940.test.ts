import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { fixture, reading, statementOf } from './statement-files.ts'

const referenceSchema = z.object({
  account: z.string().nullable(),
  opening: z.string(),
  closing: z.string(),
  transactions: z.array(
    z.object({
      date: z.string(),
      entry_date: z.string(),
      amount: z.string(),
      currency: z.string().nullable(),
      bank_reference: z.string().nullable(),
      details: z.string().nullable(),
    }),
  ),
})
const FILES = readdirSync(new URL('../../fixtures/bank/mt940/', import.meta.url)).filter((name) =>
  name.endsWith('.sta'),
)
/** Ten numbers, and no tag: the reference gives an empty statement, we refuse the file. */
const NO_STATEMENT = 'self-provided-invalid_statement.sta'
/** The reference takes the amount of a balance without a currency for one, and then reads 0.00. */
const BALANCE_WITHOUT_CURRENCY = 'self-provided-raphaelm.sta'

describe.each(FILES.filter((name) => name !== NO_STATEMENT))(
  '%s agrees with the reference parser',
  (name) => {
    const reference = referenceSchema.parse(
      JSON.parse(new TextDecoder().decode(fixture(`mt940/${name}.expected.json`))),
    )

    test('in every entry: day, signed amount, currency, reference', async () => {
      const { sections } = await statementOf(fixture(`mt940/${name}`))
      const lines = sections.flatMap((section) => section.lines)
      expect(lines.map((line) => [line.bookedOn, decimalAmount(balanceEffect(line)), line.currency])).toEqual(
        // We take the day of booking; the reference keeps both days and leaves amounts as they are written.
        reference.transactions.map(({ date, entry_date, amount, currency }) => [
          entry_date || date,
          Number(amount).toFixed(2),
          currency,
        ]),
      )
      reference.transactions.forEach(({ bank_reference }, at) => {
        if (bank_reference !== null) expect(lines[at]?.serial).toBe(bank_reference)
      })
    })

    test('in account and balances', async () => {
      const { sections } = await statementOf(fixture(`mt940/${name}`))
      // The reference keeps one statement of the file: the last account, the last balances.
      expect(sections.at(-1)?.account ?? null).toBe(reference.account)
      const said = sections.flatMap(({ opening, closing }) => [opening, closing])
      const balances = [reference.opening, reference.closing].filter((text) => text !== '')
      for (const balance of name === BALANCE_WITHOUT_CURRENCY ? [] : balances) {
        expect(said.map((fen) => (fen === null ? '' : decimalAmount(fen)))).toContain(balance.split(' ')[0])
      }
    })

    test('in the words that belong to an entry', async () => {
      const { sections } = await statementOf(fixture(`mt940/${name}`))
      const lines = sections.flatMap((section) => section.lines)
      reference.transactions.forEach(({ details }, at) => {
        if (details === null) return
        // The reference leaves the marks of subfields in, and adds what follows the closing balance to the last entry.
        const remark = words(lines[at]?.remark ?? '')
        expect(remark).not.toBe('')
        expect(words(details.replaceAll(/>\d\d/g, ''))).toContain(remark)
      })
    })
  },
)

test('a file with no tag of the format is refused, not read as empty', async () => {
  expect(await reading(fixture(`mt940/${NO_STATEMENT}`))).toMatchObject({
    kind: 'refused',
    reason: 'unknown-layout',
  })
})

test('a balance without a currency is read by its digits, and the statement is proven', async () => {
  const { sections } = await statementOf(fixture(`mt940/${BALANCE_WITHOUT_CURRENCY}`))
  // Two of its three messages are pages of one statement.
  expect(sections.map(({ closing }) => closing)).toEqual([14500000, 9500000])
  expect(sections.map((section) => proveSection(section).verdict)).toEqual(['proven', 'proven'])
})

test('the sums and counts of MT942 prove it', async () => {
  const [section] = (await statementOf(fixture('mt940/mBank-mt942.sta'))).sections
  expect(section && proveSection(section).verdict).toBe('proven')
})

test('a reversed debit (RD) is money in, a reversed credit (RC) money out', async () => {
  const { sections } = await statementOf(
    ':20:X\n:60F:C261101CNY100,00\n:61:261102RD15,NTRFNONREF\n:61:261102RC5,5NTRFNONREF\n:62F:C261102CNY109,50\n-\n',
  )
  const [section] = sections
  expect(section?.lines).toMatchObject([
    { direction: 'in', side: 'debit', isReversal: true, amount: 1500 },
    { direction: 'out', side: 'credit', isReversal: true, amount: 550 },
  ])
  expect(section && proveSection(section).verdict).toBe('proven')
})

test('an entry date around the turn of the year belongs to the year nearest to the value date', async () => {
  const { sections } = await statementOf(
    ':20:X\n:61:2701021231C1,00NTRFNONREF\n:61:2612310102C1,00NTRFNONREF\n',
  )
  expect(sections[0]?.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-12-31', '2027-01-02'])
})

function words(text: string): string {
  return text.replace(/\s/g, '')
}
