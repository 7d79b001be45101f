import { ulid } from 'ulid'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import { planObligations } from '#platform/deposits/plan-obligations.ts'
import type { Platform } from '#platform/platform.ts'
import { approvedAccount } from '#test/integration/platform/sample-payouts.ts'
import { sampleAccount, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { sampleSettlement } from '#test/integration/platform/sample-settlement.ts'

/** Marketplaces with their accounts: of the first the pack states how payouts go, of the second it states nothing. */
export const MARKETS = [
  { marketplace: 'kubesphere', number: '0200-0011-0902', providers: 5, refunds: 3 },
  { marketplace: 'ksyun', number: '1100-2003-0440', providers: 2, refunds: 0 },
] as const
/** Of how many providers the account is approved from the start. */
const WITH_ACCOUNT = 4
const MONTHS = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02']
/** Fen: below and above the minimum of a month, below and above where two approve. */
const NETS = [1_200_000, 1_200_000, 400_000, 700_000, 5_500_000]
/** What each deposit that goes back is worth. */
export const DEPOSIT = 500_000

/** Providers with committed months and accounts, and deposits that have to be paid in and may go back. */
export async function fillWorld(
  platform: Pick<Platform, 'policies' | 'store'>,
  random: SeededRandom,
  now: number,
): Promise<void> {
  const id = () => ulid(now, random.next)
  await platform.store.write(async (transaction) => {
    for (const { marketplace, number, providers, refunds } of MARKETS) {
      await transaction.put('bankAccount', sampleAccount({ id: id(), marketplace, number }))
      for (let at = 0; at < providers; at += 1) {
        const provider = sampleProvider({
          id: `${marketplace}-${at}`,
          name: `payee ${marketplace} ${at}`,
          marketplace,
        })
        const of = { marketplace, providerId: provider.id, providerName: provider.name }
        await transaction.put('provider', provider)
        for (const month of MONTHS) {
          const sample = sampleSettlement({ ...of, id: id(), month, status: 'committed' })
          const totals = { ...sample.totals, net: random.pick(NETS) }
          await transaction.put('settlementStatement', { ...sample, totals })
        }
        if (at >= WITH_ACCOUNT) continue
        const approvedAt = '2026-02-20T02:00:00.000Z'
        const held = { since: approvedAt, why: 'approved' as const }
        const account = {
          ...of,
          id: id(),
          accountName: provider.name,
          accountNumber: `6200${number}${at}`,
          held,
        }
        await transaction.put('providerAccount', approvedAccount(account))
      }
      for (let at = 0; at < refunds; at += 1)
        for (const deposit of left(platform, id, now, `left-${at}`))
          await transaction.put('depositObligation', deposit)
    }
  })
}

/** What a provider that left owes, and may have back once it is paid. */
function left(platform: Pick<Platform, 'policies'>, newId: () => string, now: number, id: string) {
  const categories = ['extension']
  const provider = { id, marketplace: 'kubesphere', name: id, joinedOn: '2024-05-01', categories }
  const change = {
    firstListedOn: '2024-06-01',
    lastDelistedOn: '2025-06-01',
    cooperationEndedOn: '2025-06-01',
  }
  const entry = {
    at: new Date(now).toISOString(),
    actor: 'platform',
    actorName: 'platform',
    action: 'application.approve',
    noteToVendor: null,
    internalNote: null,
    reasons: [],
  }
  return planObligations(
    platform.policies,
    { ...provider, staff: 50, freeOrOpenSourceOnly: false, openSourceOnly: false },
    [],
    { on: '2026-03-02', entry, change: () => change },
    newId,
  ).map(({ after }) => after)
}
