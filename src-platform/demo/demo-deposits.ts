import { ulid } from 'ulid'
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type {
  DepositEntry,
  DepositObligation,
  DepositRecordFacts,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Listing, ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { stepOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import { type DepositProvider, planObligations } from '../deposits/plan-obligations.ts'
import { instantOf, now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

/** What became of a deposit, in turn; who is leaving has paid and wants it back. */
const STORIES = ['paid', 'paid', 'paid', 'let-off', 'due-soon', 'overdue', 'in-part'] as const
type DepositStory = (typeof STORIES)[number] | 'left'

/** A deposit that is asked, and what is to become of it; null: nothing has happened yet. */
export interface AskedDeposit {
  readonly obligation: DepositObligation
  readonly story: DepositStory | null
}

interface DemoWorld {
  readonly providers: readonly Provider[]
  /** Providers at home of whom a deposit is asked, and nothing else happens. */
  readonly newcomers: readonly Provider[]
  readonly applications: readonly Application[]
  readonly shelf: readonly { readonly listing: Listing; readonly versions: readonly ListingVersion[] }[]
}

/**
 * The deposits of everybody at home and of who is approved: let off, due soon, overdue, left and to be paid back.
 * Nothing is paid yet: that is the bank's part (seed-bank.ts). Who waits for an approved version to be published owes,
 * so that somebody has to see finance first.
 */
export async function seedDemoDeposits(platform: Platform, world: DemoWorld): Promise<AskedDeposit[]> {
  const random = seededRandom(world.providers.length)
  const today = shanghaiDate(now(platform))
  const waiting = world.shelf.flatMap(({ versions }) =>
    versions.filter(({ status }) => status === 'approved').map(({ providerId }) => providerId),
  )
  const atHome = world.providers.filter(({ status }) => status !== 'prospect')
  // The first provider is the one whose key the vendor's tool has: it can publish.
  const owing = waiting.find((id) => id !== atHome[0]?.id)
  const made = [
    ...atHome.flatMap((provider, at) =>
      obligationsOf(platform, random, {
        provider,
        story: provider.id === owing ? 'overdue' : storyOf(provider, at),
        facts: shelfFacts(provider, world.shelf, today),
        today,
      }),
    ),
    ...world.applications.flatMap((application) =>
      askedOf(platform, random, application, world.providers, today),
    ),
    ...world.newcomers.flatMap((provider) =>
      obligationsOf(platform, random, { provider, story: null, facts: {}, today }),
    ),
  ]
  await platform.store.write(async (transaction) => {
    for (const { obligation } of made) await transaction.put('depositObligation', obligation)
  })
  return made
}

function storyOf({ status }: Provider, at: number): DepositStory {
  return status === 'leaving' ? 'left' : (STORIES[at % STORIES.length] ?? 'paid')
}

/** What an approved newcomer, or a provider with a further category, was asked to deposit. */
function askedOf(
  platform: Platform,
  random: SeededRandom,
  { status, applicant, providerId, marketplace }: Application,
  providers: readonly Provider[],
  today: PlainDate,
): AskedDeposit[] {
  if (status !== 'contract_pending' && status !== 'deposit_pending') return []
  const known = providers.find(({ id }) => id === providerId)?.categories ?? []
  const { name, staff, freeOrOpenSourceOnly, openSourceOnly } = applicant
  const categories = applicant.categories.filter((category) => !known.includes(category))
  const provider = {
    id: providerId,
    marketplace,
    name,
    staff,
    freeOrOpenSourceOnly,
    openSourceOnly,
    joinedOn: null,
    categories,
  }
  const ofProvider = obligationsOf(platform, random, { provider, story: null, facts: {}, today })
  return ofProvider.filter(({ obligation: { category } }) => category !== null || known.length === 0)
}

const DAY_MS = 86_400_000
const ASKED_DAYS_AGO = 420

interface DemoDeposit {
  readonly provider: DepositProvider
  /** Null: nothing has happened yet. */
  readonly story: DepositStory | null
  readonly facts: Partial<DepositRecordFacts>
  readonly today: PlainDate
}

function obligationsOf(
  platform: Platform,
  random: SeededRandom,
  { provider, story, facts, today }: DemoDeposit,
): AskedDeposit[] {
  // Who has a story was asked before all that is told of it.
  const at = instantOf(platform.clock() - (story === null ? 0 : ASKED_DAYS_AGO * DAY_MS))
  const [reviewer, , finance] = DEMO_ACCOUNTS
  const by = { by: finance?.id ?? '', byName: finance?.name ?? '' }
  const entry = stepOf('application.approve', { id: reviewer?.id ?? '', name: reviewer?.name ?? '' }, at)
  const event = { on: today, entry, change: () => ({ ...facts, ...factsOf(story, today) }) }
  const newId = () => ulid(platform.clock(), random.next)
  const posted = { ...by, at: now(platform) }
  return planObligations(platform.policies, provider, [], event, newId).map(({ after }) => ({
    story,
    obligation: { ...after, entries: waiversOf(story, today).map((each) => ({ ...each, ...posted })) },
  }))
}

/** What the story says of the provider's products, whatever stands on the shelf. */
function factsOf(story: DepositStory | null, today: PlainDate): Partial<DepositRecordFacts> {
  switch (story) {
    case 'overdue':
    case 'due-soon': {
      const listedOn = addDays(today, -60)
      return { firstListedOn: listedOn, paidProductOn: listedOn }
    }
    case 'left':
      return {
        stillListed: 0,
        lastDelistedOn: addDays(today, -200),
        cooperationEndedOn: addDays(today, -190),
      }
    case 'paid':
    case 'in-part':
    case 'let-off':
    case null:
      return {}
  }
}

type Waiver = Omit<Extract<DepositEntry, { kind: 'waive' }>, 'at' | 'by' | 'byName'>

function waiversOf(story: DepositStory | null, today: PlainDate): Waiver[] {
  const waive = (days: number, reason: string): Waiver[] => [
    { kind: 'waive', amount: 0, until: addDays(today, days), reason },
  ]
  switch (story) {
    case 'let-off':
      return waive(120, '联合推广期内减免，合同补充条款第 3 条')
    case 'due-soon':
      return waive(12, '付款流程已启动，宽限至到账')
    case 'paid':
    case 'in-part':
    case 'overdue':
    case 'left':
    case null:
      return []
  }
}

/** What stands on the shelf of a provider. */
function shelfFacts(
  provider: Provider,
  shelf: DemoWorld['shelf'],
  today: PlainDate,
): Partial<DepositRecordFacts> {
  const live = shelf.filter(({ listing }) => listing.providerId === provider.id && listing.status === 'live')
  if (live.length === 0) return {}
  const listedOn = addDays(today, -45)
  const paid = live.some(({ versions }) => versions.some(({ offer }) => offer.paid))
  return { stillListed: live.length, firstListedOn: listedOn, ...(paid ? { paidProductOn: listedOn } : {}) }
}
