import { ulid } from 'ulid'
import {
  addDays,
  addMonths,
  firstOfMonth,
  monthOfDate,
  type PlainMonth,
} from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { statementNamesIn } from '#shared/contracts/console-platform/kinds/settlement-statement.ts'
import { openChecks } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { now, type Platform } from '../platform.ts'
import { type Give, giver, morningOf, people } from './demo-decisions.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const SEED = 20_261_101
const STATEMENTS_LIMIT = 1000
const SKIPPED = '与上月一致，次月继续跟进'
/** The market whose rules have ended: the last month they cover, and the first they do not. */
const PAST_MARKET = { marketplace: 'aliyun', last: '2021-03', after: '2021-04' } as const

interface Closing {
  readonly platform: Platform
  readonly random: SeededRandom
  readonly give: Give
}

/**
 * Months closed by real decisions: of KubeSphere the one before last is committed and the last a draft with a penalty, of
 * Kingsoft two are committed, the first of them invoiced, and the last is nobody's yet, of Huawei the last is a draft with open checks; of the market
 * whose rules have ended, statements with rebates of which the largest is returned, and drafts that show a cliff and a
 * refusal.
 */
export async function seedDemoSettlement(platform: Platform): Promise<void> {
  const random = seededRandom(SEED)
  const closing = { platform, random, give: giver(platform, random) }
  const present = firstOfMonth(monthOfDate(shanghaiDate(now(platform))))
  const ago = (months: number) => monthOfDate(addMonths(present, -months))
  await commitMonth(closing, 'kubesphere', ago(2))
  await penalise(closing, 'kubesphere', ago(1))
  await draftMonth(closing, 'kubesphere', ago(1))
  await commitMonth(closing, 'ksyun', ago(3))
  await issueInvoices(closing, 'ksyun', ago(3))
  await commitMonth(closing, 'ksyun', ago(2))
  await draftMonth(closing, 'huawei', ago(1))
  const { marketplace, last, after } = PAST_MARKET
  await commitMonth(closing, marketplace, last, withRebates)
  await returnRebate(closing, marketplace, last)
  await draftMonth(closing, marketplace, after)
}

/** When people see to a month: some days after it, but not in the future. */
function closingTime({ platform }: Closing, month: PlainMonth): number {
  return morningOf(platform, addDays(addMonths(firstOfMonth(month), 1), 4))
}

async function draftMonth(closing: Closing, marketplace: string, month: PlainMonth): Promise<string> {
  const { random, give } = closing
  const [finance] = people()
  const at = closingTime(closing, month)
  const id = ulid(at, random.next)
  await give(at, finance, 'settlement.draft', id, { marketplace, month })
  return id
}

async function commitMonth(
  closing: Closing,
  marketplace: string,
  month: PlainMonth,
  which: (statements: SettlementStatement[]) => SettlementStatement[] = (all) => all,
): Promise<void> {
  const { platform, give } = closing
  const [finance] = people()
  const at = closingTime(closing, month)
  const id = await draftMonth(closing, marketplace, month)
  const drafted = await platform.store.get('settlementMonth', id)
  for (const check of drafted === null ? [] : openChecks(drafted)) {
    await give(at, finance, 'settlement.skip-check', id, { check, reason: SKIPPED })
  }
  const names = statementNamesIn(month)
  const statements = await platform.store.namedBetween(
    'settlementStatement',
    marketplace,
    names,
    STATEMENTS_LIMIT,
  )
  for (const { id: statementId, totals } of which(statements)) {
    await give(at, finance, 'settlement.commit', statementId, { net: totals.net })
  }
}

/** The tax bureau's numbers for the invoices of a month. */
async function issueInvoices(closing: Closing, marketplace: string, month: PlainMonth): Promise<void> {
  const { platform, give } = closing
  const [finance] = people()
  const at = closingTime(closing, month)
  const statements = await platform.store.namedBetween(
    'settlementStatement',
    marketplace,
    statementNamesIn(month),
    STATEMENTS_LIMIT,
  )
  let count = 0
  for (const { id } of statements) {
    const invoice = await platform.store.named('commissionInvoice', marketplace, id)
    if (invoice === null || invoice.gross <= 0) continue
    count += 1
    await give(at, finance, 'commission-invoice.record-number', invoice.id, {
      number: `${month.slice(2, 4)}11${month.replace('-', '')}${String(count).padStart(10, '0')}`,
      issuedOn: addDays(addMonths(firstOfMonth(month), 1), 4),
      gross: invoice.gross,
    })
  }
}

/** Statements that have something to be paid back, but for the one with the least, which stays a draft. */
function withRebates(statements: SettlementStatement[]): SettlementStatement[] {
  return statements
    .filter(({ totals }) => totals.rebate > 0)
    .sort((one, other) => other.totals.rebate - one.totals.rebate)
    .slice(0, -1)
}

/** The largest rebate of a month is paid back apart where there are several; the others are due. */
async function returnRebate(closing: Closing, marketplace: string, month: PlainMonth): Promise<void> {
  const { platform, give } = closing
  const [finance] = people()
  const statements = await platform.store.namedBetween(
    'settlementStatement',
    marketplace,
    statementNamesIn(month),
    STATEMENTS_LIMIT,
  )
  const committed = statements.filter(({ status }) => status === 'committed')
  const [most, second] = committed.toSorted((one, other) => other.totals.rebate - one.totals.rebate)
  if (second === undefined) return
  const rebate =
    most === undefined ? null : await platform.store.named('commissionRebate', marketplace, most.id)
  if (rebate === null) return
  await give(closingTime(closing, month), finance, 'rebate.record-return', rebate.id, {
    amount: rebate.amount,
    returnedOn: addDays(addMonths(firstOfMonth(month), 1), 3),
    evidence: '银行回单 20210404000127',
  })
}

/** A provider that sold something pays a penalty. */
async function penalise(closing: Closing, marketplace: string, month: PlainMonth): Promise<void> {
  const { platform, random, give } = closing
  const [finance] = people()
  const before = monthOfDate(addMonths(firstOfMonth(month), -1))
  const statements = await platform.store.namedBetween(
    'settlementStatement',
    marketplace,
    statementNamesIn(before),
    STATEMENTS_LIMIT,
  )
  const [busiest] = statements.toSorted((one, other) => other.totals.net - one.totals.net)
  if (busiest === undefined) return
  const at = closingTime(closing, month)
  await give(at, finance, 'settlement.adjust', ulid(at, random.next), {
    ...{ marketplace, month, providerId: busiest.providerId, kind: 'penalty', amount: -500_00 },
    ...{ taxBasisPoints: null, reason: '服务中断 4 小时，按协议扣违约金' },
  })
}
