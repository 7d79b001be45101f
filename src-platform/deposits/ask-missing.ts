import { z } from 'zod'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { DepositRecordFacts } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { type Provider, providerSchema } from '#shared/contracts/console-platform/records/provider.ts'
import { stepOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import { audit } from '../audit/audit-log.ts'
import { PLATFORM_ACTOR } from '../commands/ruling.ts'
import { now, type Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'
import { planObligations } from './plan-obligations.ts'

/** Providers looked at in one transaction. */
const PAGE = 500

const ACTION = 'platform.ask-deposits'

/** Asks the deposits of providers that were at home before there were any on record; once, for a store of old. */
export async function askMissingDeposits(platform: Platform): Promise<void> {
  const { store } = platform
  if ((await store.snapshotRows('depositObligation', '', 1)).count > 0) return
  let after: string | null = ''
  while (after !== null) {
    const page: Awaited<ReturnType<typeof store.snapshotRows>> = await store.snapshotRows(
      'provider',
      after,
      PAGE,
    )
    const providers = providersOf(page.json).filter(
      ({ status }) => status !== 'prospect' && status !== 'closed',
    )
    await store.write(async (transaction) => {
      for (const provider of providers) await ask(platform, transaction, provider)
    })
    after = page.next
  }
}

async function ask(platform: Platform, transaction: StoreTransaction, provider: Provider): Promise<void> {
  const at = now(platform)
  const facts = await factsOnRecord(transaction, provider)
  const entry = stepOf(ACTION, PLATFORM_ACTOR, at)
  const event = { on: shanghaiDate(at), entry, change: () => facts }
  for (const { after } of planObligations(platform.policies, provider, [], event, platform.newId)) {
    await transaction.put('depositObligation', after)
    const link = { at, actor: PLATFORM_ACTOR.id, action: ACTION, recordKind: 'depositObligation' as const }
    await audit(transaction, { ...link, recordId: after.id, before: null, after })
  }
}

/** What the histories of its products tell. */
async function factsOnRecord(
  transaction: StoreTransaction,
  { marketplace, id }: Provider,
): Promise<Partial<DepositRecordFacts>> {
  const versions = await transaction.ofProvider('listingVersion', marketplace, id)
  const listings = await transaction.ofProvider('listing', marketplace, id)
  const daysOf = (action: string, among: typeof versions) =>
    among
      .flatMap(({ history }) => history.filter((entry) => entry.action === action))
      .map(({ at }) => shanghaiDate(at))
      .sort()
  return {
    firstListedOn: daysOf('listing.publish', versions)[0] ?? null,
    paidProductOn:
      daysOf(
        'listing.publish',
        versions.filter(({ offer }) => offer.paid),
      )[0] ?? null,
    lastDelistedOn: daysOf('listing.delist', versions).at(-1) ?? null,
    stillListed: listings.filter(({ status }) => status === 'live').length,
  }
}

/** The providers of a page of wire rows, whose last value is the record. */
function providersOf(json: Uint8Array): Provider[] {
  const rows = z.array(z.array(z.unknown())).parse(JSON.parse(`[${Buffer.from(json).toString('utf8')}]`))
  return rows.map((row) => providerSchema.parse(JSON.parse(z.string().parse(row.at(-1)))))
}
