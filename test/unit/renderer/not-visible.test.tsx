import { afterEach, describe, expect, it } from 'vitest'
import { readDepositCase } from '#main/engine/queries/deposits/deposit-case.ts'
import { readListingCase } from '#main/engine/queries/listings/listing-case.ts'
import { readToday } from '#main/engine/queries/today.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { OwedSection } from '#renderer/pages/applications/owed-section.tsx'
import { VendorSection } from '#renderer/pages/applications/vendor-section.tsx'
import { LedgerSection } from '#renderer/pages/deposits/ledger-section.tsx'
import { ReceiptsSection } from '#renderer/pages/deposits/receipts-section.tsx'
import { Blockers } from '#renderer/pages/listings/blockers.tsx'
import { ProviderDeposits } from '#renderer/pages/providers/provider-deposits.tsx'
import { ProviderFacts } from '#renderer/pages/providers/provider-facts.tsx'
import { ProviderRecords } from '#renderer/pages/providers/provider-records.tsx'
import { DepositsCard } from '#renderer/pages/today/deposits-card.tsx'
import { TodayPage } from '#renderer/pages/today/today-page.tsx'
import { ShownValue } from '#renderer/values/shown-value.tsx'
import type { DepositEntry } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { cutRecord, maySee } from '#shared/contracts/console-platform/visibility.ts'
import {
  AT,
  PAID,
  sampleApplicant,
  sampleListing,
  sampleObligation,
  sampleProvider,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'
import { saidTo } from './rendered.tsx'

const UNSEEN = '您的角色不可见'
const PERSONAL = '可见角色：运营 / 运营主管 / 财务 / 财务复核 / 审计'
const BANK = '可见角色：财务 / 财务复核 / 审计'

const provider = sampleProvider({ status: 'active' })
const listing = sampleListing()
const version = sampleVersion(listing)
const receipt: DepositEntry = {
  kind: 'receipt',
  amount: 0,
  number: 'SJ-2026-0001',
  received: 500_000,
  lines: PAID.flatMap((entry) => ('line' in entry ? [entry.line] : [])),
  at: AT,
  by: 'op-7',
  byName: '刘芳',
}
const paid = sampleObligation({ entries: [...PAID, receipt] })

const desks: DeskUnderTest[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close()
})

/** A desk that holds what reaches a role, and no more. */
function deskOf(role: Role) {
  const desk = deskUnderTest({ ...ACCOUNT, roles: [role] })
  desks.push(desk)
  const send = <K extends RecordKind>(kind: K, record: RecordOf[K]) => {
    if (maySee([role], kind)) desk.put(kind, [cutRecord(kind, record, [role])])
  }
  send('provider', provider)
  send('listing', listing)
  send('listingVersion', version)
  send('depositObligation', paid)
  desk.index()
  return desk.desk()
}

describe('what a role may not see says so, with who may', () => {
  it('number, identity and contact of a provider to support; where they are not stated, that to ops', async () => {
    const cut = cutRecord('provider', { ...provider, website: null }, ['support'])
    const said = await saidTo(['support'], <ProviderFacts provider={cut} />)
    expect(said.split(UNSEEN)).toHaveLength(5)
    expect(said).toContain(PERSONAL)
    expect(said.split('未填写')).toHaveLength(2)
    const none = await saidTo(['ops'], <ProviderFacts provider={{ ...provider, uscc: null }} />)
    expect(none).not.toContain(UNSEEN)
    expect(none).toContain('未填写')
  })

  it('deposits and applications of a provider to support, submissions to finance', async () => {
    const deposits = <ProviderDeposits deposits={[]} />
    expect(await saidTo(['support'], deposits)).toContain(`${UNSEEN} ${PERSONAL}`)
    expect(await saidTo(['ops'], deposits)).not.toContain(UNSEEN)
    const records = <ProviderRecords applications={[]} listings={[]} />
    expect((await saidTo(['support'], records)).split(UNSEEN)).toHaveLength(2)
    expect(await saidTo(['finance'], records)).toContain('可见角色：运营 / 运营主管 / 客服 / 审计')
    expect(await saidTo(['auditor'], records)).not.toContain(UNSEEN)
  })

  it('deposits of the provider in the case of a listing to support', async () => {
    const said = (role: Role) =>
      saidTo([role], <Blockers opened={readListingCase(deskOf(role), version.id)} />)
    expect(await said('support')).toContain(`保证金 ${UNSEEN} ${PERSONAL}`)
    expect(await said('ops')).not.toContain(UNSEEN)
  })

  it('bank lines in the ledger of a deposit, and what a receipt has from them, to ops', async () => {
    const ledger = (role: Role) =>
      saidTo([role], <LedgerSection opened={readDepositCase(deskOf(role), paid.id)} />)
    expect(await ledger('ops')).toContain(`${UNSEEN} ${BANK}`)
    expect(await ledger('finance')).not.toContain(UNSEEN)
    const receipts = <ReceiptsSection obligation={paid} />
    expect(await saidTo(['ops'], receipts)).toContain(`收据上的付款账户与收款单位 ${UNSEEN} ${BANK}`)
    expect(await saidTo(['finance'], receipts)).not.toContain(UNSEEN)
  })

  it('what is owed, and personal data, in an application', async () => {
    expect(await saidTo(['support'], <OwedSection owed={[]} />)).toContain(`${UNSEEN} ${PERSONAL}`)
    expect(await saidTo(['ops'], <OwedSection owed={[]} />)).not.toContain(UNSEEN)
    const applicant = sampleApplicant({ uscc: null, contact: null })
    const vendor = (unseen: 'personal-data' | null) => (
      <VendorSection applicant={applicant} categories={[]} conditions={[]} unseen={unseen} />
    )
    expect((await saidTo(['support'], vendor('personal-data'))).split(UNSEEN)).toHaveLength(3)
    expect(await saidTo(['ops'], vendor(null))).not.toContain(UNSEEN)
  })

  it('queues and open bank lines on Today', async () => {
    const today = (role: Role) =>
      saidTo([role], <TodayPage />, (queries) =>
        queries.setQueryData(engine.today.queryKey(), readToday(deskOf(role))),
      )
    const support = await today('support')
    expect(support).toContain(`入驻审核 ${UNSEEN} ${PERSONAL}`)
    expect(support).toContain(`保证金 ${UNSEEN} ${PERSONAL}`)
    expect(await today('finance')).toContain(`上架审核 ${UNSEEN}`)
    expect(await today('auditor')).not.toContain(UNSEEN)
    expect(await saidTo(['ops'], <DepositsCard />)).toContain(`${UNSEEN} ${BANK}`)
    expect(await saidTo(['finance'], <DepositsCard />)).not.toContain(UNSEEN)
  })

  it('a record that a change names', async () => {
    const named = (title: string | null) => (
      <ShownValue
        value={{
          kind: 'phrase',
          parts: [{ kind: 'labelled', label: { zh: '流水', en: 'Line' }, value: line(title) }],
        }}
      />
    )
    expect(await saidTo(['ops'], named(null))).toContain(`${UNSEEN} ${BANK}`)
    expect(await saidTo(['finance'], named(null))).not.toContain(UNSEEN)
    expect(await saidTo(['ops'], named('杭州云帆'))).not.toContain(UNSEEN)
  })
})

const line = (title: string | null) => ({ kind: 'record', record: 'bankLine', id: '01K', title }) as const
