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
import { type DepositProvider, planObligations } from '../deposits/plan-obligations.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

/** What became of a deposit, in turn; who is leaving has paid and wants it back. */
const STORIES = ['paid', 'paid', 'paid', 'let-off', 'due-soon', 'overdue', 'in-part'] as const
type Story = (typeof STORIES)[number] | 'left'

interface DemoWorld {
  readonly providers: readonly Provider[]
  readonly applications: readonly Application[]
  readonly shelf: readonly { readonly listing: Listing; readonly versions: readonly ListingVersion[] }[]
}

/**
 * The deposits of everybody at home and of who is approved: paid, let off, due soon, overdue, left and to be paid
 * back. Who waits for an approved version to be published owes, so that somebody has to see finance first.
 */
export async function seedDemoDeposits(platform: Platform, world: DemoWorld): Promise<void> {
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
    ...world.applications.flatMap((application, at) =>
      askedOf(platform, random, application, world.providers, at % 2 === 0 ? 'paid' : null, today),
    ),
  ]
  await platform.store.write(async (transaction) => {
    for (const obligation of made) await transaction.put('depositObligation', obligation)
  })
}

function storyOf({ status }: Provider, at: number): Story {
  return status === 'leaving' ? 'left' : (STORIES[at % STORIES.length] ?? 'paid')
}

/** What an approved newcomer, or a provider with a further category, was asked to deposit. */
function askedOf(
  platform: Platform,
  random: SeededRandom,
  { status, applicant, providerId, marketplace }: Application,
  providers: readonly Provider[],
  story: Story | null,
  today: PlainDate,
): DepositObligation[] {
  if (status !== 'contract_pending' && status !== 'deposit_pending') return []
  const known = providers.find(({ id }) => id === providerId)?.categories ?? []
  const { name, staff, freeOrOpenSourceOnly } = applicant
  const categories = applicant.categories.filter((category) => !known.includes(category))
  const provider = {
    id: providerId,
    marketplace,
    name,
    staff,
    freeOrOpenSourceOnly,
    joinedOn: null,
    categories,
  }
  const ofProvider = obligationsOf(platform, random, { provider, story, facts: {}, today })
  return ofProvider.filter(({ category }) => category !== null || known.length === 0)
}

interface DemoDeposit {
  readonly provider: DepositProvider
  /** Null: nothing has happened yet. */
  readonly story: Story | null
  readonly facts: Partial<DepositRecordFacts>
  readonly today: PlainDate
}

function obligationsOf(
  platform: Platform,
  random: SeededRandom,
  { provider, story, facts, today }: DemoDeposit,
): DepositObligation[] {
  const at = now(platform)
  const [reviewer, , finance] = DEMO_ACCOUNTS
  const by = { by: finance?.id ?? '', byName: finance?.name ?? '' }
  const entry = {
    at,
    actor: reviewer?.id ?? '',
    actorName: reviewer?.name ?? '',
    action: 'application.approve',
    noteToVendor: null,
    internalNote: null,
    reasons: [],
  }
  const event = { on: today, entry, change: () => ({ ...facts, ...factsOf(story, today) }) }
  const newId = () => ulid(platform.clock(), random.next)
  return planObligations(platform.policies, provider, [], event, newId).map(({ after }) => ({
    ...after,
    entries: story === null ? [] : entriesOf(story, after, today).map((each) => ({ ...each, ...by, at })),
  }))
}

/** What the story says of the provider's products, whatever stands on the shelf. */
function factsOf(story: Story | null, today: PlainDate): Partial<DepositRecordFacts> {
  switch (story) {
    case 'overdue':
    case 'due-soon': {
      const listedOn = addDays(today, -60)
      return { firstListedOn: listedOn, paidProductOn: listedOn }
    }
    case 'left':
      return {
        stillListed: 0,
        lastDelistedOn: addDays(today, -150),
        cooperationEndedOn: addDays(today, -140),
      }
    default:
      return {}
  }
}

type Posting = DepositEntry extends infer E
  ? E extends DepositEntry
    ? Omit<E, 'at' | 'by' | 'byName'>
    : never
  : never

function entriesOf(story: Story, { amount, id }: DepositObligation, today: PlainDate): Posting[] {
  const waive = (days: number, reason: string): Posting[] => [
    { kind: 'waive', amount: 0, until: addDays(today, days), reason },
  ]
  const received = (fen: number | null): Posting[] =>
    fen === null ? [] : [{ kind: 'match', amount: fen, line: `ICBC-${id.slice(-8)}` }]
  switch (story) {
    case 'paid':
    case 'left':
      return received(amount)
    case 'in-part':
      return received(amount === null ? null : 200_000)
    case 'let-off':
      return waive(120, '联合推广期内减免，合同补充条款第 3 条')
    case 'due-soon':
      return waive(12, '付款流程已启动，宽限至到账')
    case 'overdue':
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
