import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { afterPublishing, mayPublish } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { type CommandSetting, type Refusal, refuse } from '../commands/ruling.ts'
import { obligationsAfter, writeObligations } from './keep-obligations.ts'
import type { FactsChange } from './plan-obligations.ts'

/** Whether the provider's deposits would let a version into the store today, being in it. */
export async function checkDeposit(
  setting: CommandSetting,
  provider: Provider,
  version: ListingVersion,
): Promise<Refusal | null> {
  const today = shanghaiDate(setting.at)
  const planned = await obligationsAfter(setting, 'listing.publish', provider, publishing(version, today))
  const obligations = planned.map(({ after }) => after)
  const may = mayPublish(setting.platform.policies, provider, obligations, today)
  return may ? null : refuse('deposit-not-settled', provider.id)
}

/** Lets the provider's deposits know that a product came into the store. */
export async function noteListed(setting: CommandSetting, version: ListingVersion): Promise<void> {
  await note(setting, 'listing.publish', version, publishing(version, shanghaiDate(setting.at)))
}

/** Lets the provider's deposits know that a product left the store: the last starts the wait for a refund. */
export async function noteDelisted(setting: CommandSetting, version: ListingVersion): Promise<void> {
  await note(setting, 'listing.delist', version, () => ({ lastDelistedOn: shanghaiDate(setting.at) }))
}

function publishing(version: ListingVersion, today: PlainDate): FactsChange {
  return (before) => afterPublishing(before, version, today)
}

async function note(
  setting: CommandSetting,
  action: string,
  { providerId }: ListingVersion,
  change: FactsChange,
): Promise<void> {
  const provider = await setting.transaction.get('provider', providerId)
  if (provider === null) return
  const listings = await setting.transaction.ofProvider('listing', provider.marketplace, providerId)
  const stillListed = listings.filter(({ status }) => status === 'live').length
  const planned = await obligationsAfter(setting, action, provider, (before) => ({
    ...change(before),
    stillListed,
  }))
  await writeObligations(setting, action, planned)
}
