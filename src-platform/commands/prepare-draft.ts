import { lastOfMonth } from '#shared/calendar/plain-date.ts'
import { COMMANDS, type Command, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { statementNamesIn } from '#shared/contracts/console-platform/kinds/settlement-statement.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type {
  MonthDraft,
  SettlementMonth,
} from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import type { Platform } from '../platform.ts'
import { everyRecord, foundAtDraft } from '../settlement/close-checks.ts'
import { countedIds, type Drafting, draftStatement } from '../settlement/draft-statement.ts'
import { Counted, Recount } from '../settlement/recount.ts'
import { dropStaged, stageInParts } from '../store/staging.ts'
import type { PlatformStore, StoreReader } from '../store/store.ts'

/** Statements read at a time. */
const AT_ONCE = 500

/** A month's draft with its statements and lines staged under the command's id. */
export interface PreparedDraft {
  /** The version of the month it was prepared for; 0 where there is none yet. */
  readonly monthVersion: number
  readonly draft: MonthDraft
  /** Providers that had committed the month. */
  readonly closed: ReadonlySet<string>
}

/**
 * Settles a month of a marketplace before the command's transaction, provider by provider and in turns with others, and
 * stages lines and statements. It decides nothing: null where the command is none, was answered already, or would be
 * refused before any of it is looked at.
 */
export async function prepareDraft(
  platform: Platform,
  actor: Account,
  command: Command,
  at: string,
): Promise<PreparedDraft | null> {
  const { store, policies, newId } = platform
  const { id, type, recordId, expectedVersion } = command
  if (type !== 'settlement.draft' || !mayCommand(actor.roles, type)) return null
  const said = COMMANDS[type].arguments.safeParse(command.arguments)
  if (!said.success || (await store.outcome(id)) !== null) return null
  const before = await store.get('settlementMonth', recordId)
  if ((before?.version ?? NOT_YET_THERE) !== expectedVersion) return null
  const { marketplace, month } = said.data
  const rebates = policies.controls('rebates-set-off', lastOfMonth(month)) ? 'set-off' : 'apart'
  if (before !== null && (before.marketplace !== marketplace || before.month !== month)) return null
  await dropStaged(store, id)
  const { position } = await store.head()
  const packs = policies.packs.filter((pack) => pack.marketplace === marketplace)
  const drafting: Drafting = {
    ...{ store, packs, newId, marketplace, month, rebates, at, position },
    lineId: countedIds(id),
    monthId: recordId,
    draftId: id,
  }
  const made = await stageDraft(store, drafting)
  const checks = await foundAtDraft(platform, drafting, made.statements)
  return {
    monthVersion: expectedVersion,
    closed: made.closed,
    draft: {
      ...{ id, at, by: actor.id, byName: actor.name, position, rebates, checks },
      statements: made.statements.length,
      lines: made.lines,
      earlier: earlierDraft(before),
    },
  }
}

function earlierDraft(month: SettlementMonth | null): MonthDraft['earlier'] {
  if (month?.draft == null) return null
  const { id, at, byName } = month.draft
  return { id, at, byName }
}

async function stageDraft(store: PlatformStore, drafting: Drafting) {
  const { draftId, marketplace, month } = drafting
  const recount = new Recount(drafting)
  const statements: SettlementStatement[] = []
  const closed = new Set<string>()
  let lines = 0
  async function* toStage() {
    for await (const provider of everyRecord(store, 'provider')) {
      if (provider.marketplace !== marketplace || provider.status === 'prospect') continue
      const before = {
        provider,
        statements: await store.ofProvider('settlementStatement', marketplace, provider.id),
        adjustments: (await store.ofProvider('settlementAdjustment', marketplace, provider.id)).filter(
          (each) => each.month === month,
        ),
      }
      const own = before.statements.filter((each) => each.month === month)
      if (own.some(({ status }) => status === 'committed')) {
        closed.add(provider.id)
        continue
      }
      // Reckoned in another thread meanwhile; what fails is thrown where it is waited for.
      const recounted = recount.of(provider)
      recounted.catch(() => undefined)
      const drafted = draftStatement(drafting, before)
      const counted = new Counted()
      while (true) {
        const next = await drafted.next()
        if (!next.done) {
          counted.add(next.value)
          lines += 1
          yield next.value
          continue
        }
        const { statement, late } = next.value
        const isEmpty = statement.lines === 0 && statement.notSettled.length === 0
        if (isEmpty && !isExpected(provider, month)) break
        const differences = counted.against(await recounted, late)
        statements.push({ ...statement, differences })
        break
      }
    }
  }
  await stageInParts(store, draftId, 'settlementLine', toStage())
  await stageInParts(store, draftId, 'settlementStatement', statements)
  return { statements, closed, lines }
}

/** Whether a provider has a statement for a month even where nothing moved. */
function isExpected({ status, joinedOn }: Provider, month: string): boolean {
  return status !== 'closed' && (joinedOn === null || joinedOn <= lastOfMonth(month))
}

/** Providers that have committed a month. */
export async function committedIn(
  store: StoreReader,
  marketplace: string,
  month: string,
): Promise<Set<string>> {
  const committed = new Set<string>()
  const columns = ['providerId', 'status']
  for (let names = statementNamesIn(month); ; ) {
    const page = await store.liftedBetween('settlementStatement', marketplace, names, columns, AT_ONCE)
    for (const { columns: of } of page) if (of[1] === 'committed') committed.add(String(of[0]))
    const last = page.at(-1)
    if (last === undefined || page.length < AT_ONCE) return committed
    names = { ...names, after: last.name }
  }
}
