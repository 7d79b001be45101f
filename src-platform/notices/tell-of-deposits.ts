import { addDays } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { depositOnDay } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { now, type Platform } from '../platform.ts'
import { everyRecord } from '../store/every-record.ts'
import type { StoreReader } from '../store/store.ts'
import { makeNotice } from './make-notices.ts'
import { depositFact } from './occasion-facts.ts'

/** A deposit that has been overdue for longer is no news to anybody: its provider is not told by the clock. */
const NEWS_DAYS = 30

type Telling = Pick<Platform, 'store' | 'policies' | 'clock' | 'newId' | 'noticeTemplates'>

/**
 * Tells providers, as the days pass, of deposits that come to be due soon and of those whose day has passed: once each for
 * every due day, and not again where a decision told them of that day. Answers how many notices it made.
 */
export async function tellOfDeposits(platform: Telling): Promise<number> {
  const { store } = platform
  const due: string[] = []
  for await (const obligation of everyRecord(store, 'depositObligation')) {
    const told = toTell(platform, obligation)
    if (told === null || (await store.named('notice', obligation.marketplace, told.cause)) !== null) continue
    due.push(obligation.id)
  }
  let made = 0
  for (const id of due) {
    made += await store.write(async (transaction) => {
      const obligation = await transaction.get('depositObligation', id)
      const told = obligation && toTell(platform, obligation)
      if (obligation === null || told === null || (await wasTold(transaction, obligation, told))) return 0
      const setting = { platform, transaction, at: now(platform), commandId: null }
      const set = await transaction.ofProvider('noticeTemplate', '', '')
      const fact = depositFact(setting, obligation, told.dueOn)
      return (await makeNotice(setting, { ...fact, ...told }, set)) === null ? 0 : 1
    })
  }
  return made
}

interface DepositToTell {
  readonly occasion: 'deposit-due' | 'deposit-overdue'
  readonly dueOn: string
  readonly cause: string
}

function toTell(platform: Telling, obligation: DepositObligation): DepositToTell | null {
  const today = shanghaiDate(now(platform))
  const { status, dueOn } = depositOnDay(platform.policies, obligation, today)
  if (dueOn === null || addDays(dueOn, NEWS_DAYS) < today) return null
  if (status !== 'due-soon' && status !== 'overdue') return null
  const occasion = status === 'overdue' ? 'deposit-overdue' : 'deposit-due'
  return { occasion, dueOn, cause: `${occasion} ${obligation.id} ${dueOn}` }
}

/** Whether nobody is to be told any more: the provider has left, or a decision told it of the same day. */
async function wasTold(
  reader: StoreReader,
  { id, marketplace, providerId }: DepositObligation,
  { occasion, dueOn }: DepositToTell,
): Promise<boolean> {
  if ((await reader.get('provider', providerId))?.status === 'closed') return true
  return reader.toldOfDueDay({ marketplace, providerId }, id, occasion, dueOn)
}
