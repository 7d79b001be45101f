import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#shared/calendar/plain-date.ts'
import {
  expiryOf,
  providerLimits,
  verificationDueOn,
} from '#shared/contracts/console-platform/provider-clocks.ts'
import {
  documentsExpireOn,
  type Provider,
  verifiedOn,
  withDocuments,
} from '#shared/contracts/console-platform/records/provider.ts'
import { adoptedControls, STANDARD_CONTROLS } from '#shared/rules/in-force/company-controls.ts'
import { sampleProvider } from '#test/integration/platform/sample-records.ts'

const TODAY = '2026-11-21'
const verified = (on: string): Provider['decisions'][number] => ({
  ...{ what: 're-verify', on, reason: '', attachments: [], outcome: 'in-order' },
  ...{ at: `${on}T02:00:00.000Z`, by: 'chen', byName: 'chen' },
})
const paper = (kind: string, expiresOn: string | null) => ({
  ...{ kind, expiresOn, fileHash: 'a'.repeat(64), fileName: 'a.pdf', mediaType: 'application/pdf', bytes: 1 },
})
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days))

describe('the re-verification of a provider', () => {
  it('is due six months after it joined or was last verified, the last day of a shorter month included', () => {
    const due = (change: Partial<Provider>) =>
      verificationDueOn(sampleProvider(change), STANDARD_CONTROLS, TODAY)
    expect(due({ joinedOn: '2026-08-31' })).toBe('2027-02-28')
    expect(due({ joinedOn: '2024-01-01', decisions: [verified('2026-06-15')] })).toBe('2026-12-15')
    expect(due({ joinedOn: null })).toBeNull()
    expect(due({ status: 'closed' })).toBeNull()
    expect(due({ status: 'prospect' })).toBeNull()
  })

  it('follows the company control from the day it holds', () => {
    const controls = adoptedControls([{ control: 're-verification-months', value: 3, from: TODAY }])
    const provider = sampleProvider({ joinedOn: '2026-08-21' })
    expect(verificationDueOn(provider, controls, TODAY)).toBe(TODAY)
    expect(verificationDueOn(provider, controls, '2026-11-20')).toBe('2027-02-21')
  })

  it('is found by the day of the last one exactly where it is over or soon', () => {
    fc.assert(
      fc.property(
        day,
        day,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 365 }),
        (last, today, months, notice) => {
          const controls = adoptedControls([
            { control: 're-verification-months', value: months, from: '2019-01-01' },
            { control: 'expiry-notice-days', value: notice, from: '2019-01-01' },
          ])
          const { verifiedOver, verifiedSoon, soon } = providerLimits(controls, today)
          const expiry = expiryOf(addMonths(last, months), today, soon)
          expect(last <= verifiedOver).toBe(expiry === 'over')
          expect(last <= verifiedSoon).toBe(expiry !== 'later')
        },
      ),
    )
  })
})

describe('the papers of a provider', () => {
  it('run out with the first of them; one that does not run out never does', () => {
    const documents = [paper('a', null), paper('b', '2027-03-01'), paper('c', '2026-12-31')]
    expect(documentsExpireOn({ documents })).toBe('2026-12-31')
    expect(documentsExpireOn({ documents: [paper('a', null)] })).toBeNull()
  })

  it('are the later ones of each kind, and all others stay', () => {
    const known = [paper('a', '2026-01-01'), paper('b', null), paper('a', '2026-02-01')]
    const later = [paper('a', '2030-01-01'), paper('c', null)]
    expect(withDocuments(known, later).map(({ kind, expiresOn }) => [kind, expiresOn])).toEqual([
      ['b', null],
      ['a', '2030-01-01'],
      ['c', null],
    ])
  })

  it('are counted from the day of joining until the first re-verification', () => {
    expect(verifiedOn(sampleProvider({ joinedOn: '2024-01-01' }))).toBe('2024-01-01')
    const decisions = [verified('2026-01-01'), verified('2026-06-15')]
    expect(verifiedOn(sampleProvider({ decisions }))).toBe('2026-06-15')
  })
})
