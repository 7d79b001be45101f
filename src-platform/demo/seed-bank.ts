import { ulid } from 'ulid'
import { packLines } from '#node/packed-lines/packed-lines.ts'
import { addDays, addMonths, firstOfMonth, monthOfDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { asksForNote } from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import type { Fen } from '#shared/money/fen.ts'
import { now, type Platform } from '../platform.ts'
import type { DemoAccount } from './demo-accounts.ts'
import { type Give, giver, morningOf, people } from './demo-decisions.ts'
import type { AskedDeposit } from './demo-deposits.ts'
import { type AccountStory, earlierLines, monthLines } from './demo-month.ts'
import { type DemoLine, type DrawnStatement, drawStatement } from './demo-statement.ts'
import { seedDemoRefunds } from './seed-refunds.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

/** The accounts into which the marketplaces take deposits; KubeSphere's is that of the sample statements. */
const ACCOUNTS = [
  {
    marketplace: 'kubesphere',
    number: '0200001109024543164',
    holder: '北京青云科技股份有限公司',
    bank: '中国工商银行',
  },
  { marketplace: 'aliyun', number: '571905400810802', holder: '阿里云计算有限公司', bank: '招商银行' },
  {
    marketplace: 'huawei',
    number: '44201503500052530681',
    holder: '华为云计算技术有限公司',
    bank: '中国建设银行',
  },
  { marketplace: 'ksyun', number: '322056023692', holder: '北京金山云网络技术有限公司', bank: '中国银行' },
] as const
const OPENING: Fen = 186_420_035
const PAYEES = 10
const RECEIPTS = 6
const SEED = 20_260_101
const MATCH_NOTE = '已与服务商核对'

/**
 * The bank's part of the demo, told by real decisions: accounts, the year before and last month as statements, what
 * was matched by itself and by hand, receipts and refunds. Some lines are left for a person.
 */
export async function seedDemoBank(
  platform: Platform,
  providers: readonly Provider[],
  deposits: readonly AskedDeposit[],
): Promise<void> {
  const random = seededRandom(SEED)
  const give = giver(platform, random)
  for (const account of ACCOUNTS) {
    const isOf = ({ marketplace }: { readonly marketplace: string }) => marketplace === account.marketplace
    await seedAccount({ platform, random, give }, account, {
      holder: account.holder,
      deposits: deposits.filter(({ obligation }) => isOf(obligation)),
      payees: providers
        .filter(isOf)
        .slice(0, PAYEES)
        .map(({ name }) => name),
    })
  }
}

interface DemoBank {
  readonly platform: Platform
  readonly random: SeededRandom
  readonly give: Give
}

/** An account with the year before last month, last month, and what finance did about both. */
async function seedAccount(
  { platform, random, give }: DemoBank,
  account: (typeof ACCOUNTS)[number],
  story: Omit<AccountStory, 'from' | 'to'>,
): Promise<void> {
  const [finance, approver] = people()
  const { number, bank } = account
  const thisMonth = firstOfMonth(monthOfDate(shanghaiDate(now(platform))))
  const lastMonth = addMonths(thisMonth, -1)
  const lastYear = addMonths(lastMonth, -12)
  const id = ulid(morningOf(platform, lastYear), random.next)
  await give(morningOf(platform, lastYear), approver, 'bank.open-account', id, {
    ...account,
    currency: 'CNY',
  })

  const year = earlierLines(random, { ...story, from: lastYear, to: addDays(lastMonth, -1) })
  const yearFile = `${bank}-${lastYear.slice(0, 4)}-历史明细.csv`
  const earlier = drawStatement(random, { account: number, opening: OPENING, fileName: yearFile }, year)
  await importDrawn(give, morningOf(platform, lastMonth), finance, id, earlier)
  const refunded = await seedDemoRefunds(platform, give, story.deposits, { asked: addDays(lastMonth, 2) })

  const month = monthLines(random, { ...story, from: lastMonth, to: addDays(thisMonth, -1) }, refunded)
  const monthFile = `${bank}-${lastMonth.slice(0, 7)}.csv`
  const recent = drawStatement(
    random,
    { account: number, opening: earlier.closing, fileName: monthFile },
    month,
  )
  await importDrawn(give, morningOf(platform, thisMonth), finance, id, recent)
  const paid = recent.lines.flatMap(({ of }) => (of.fate.kind === 'deposit' ? [of.fate.obligationId] : []))
  for (const obligationId of [...new Set(paid)].slice(0, RECEIPTS)) {
    await give(morningOf(platform, thisMonth), finance, 'deposit.issue-receipt', obligationId, {})
  }
}

/** Imports a statement with what matched by itself, then does by hand what a person did. */
async function importDrawn(
  give: Give,
  at: number,
  by: DemoAccount,
  accountId: string,
  { head, lines }: DrawnStatement,
): Promise<void> {
  const automatic = lines.filter(({ of: { fate } }) => fate.kind === 'deposit' && fate.automatic)
  const idOf = (wanted: DemoLine) => lines.find(({ of }) => of === wanted)?.line.id ?? ''
  const partOf = ({ fate, effect }: DemoLine): MatchPart | null => {
    const amount = Math.abs(effect)
    switch (fate.kind) {
      case 'open':
        return null
      case 'deposit':
        return { target: { kind: 'deposit', obligationId: fate.obligationId }, amount, reasons: fate.reasons }
      case 'refund':
        return { target: { kind: 'refund', obligationId: fate.obligationId }, amount, reasons: [] }
      case 'other':
        return { target: { kind: 'other', what: fate.what }, amount, reasons: [] }
      case 'return':
        return { target: { kind: 'return', lineId: idOf(fate.of) }, amount, reasons: ['opposite-amount'] }
    }
  }
  await give(at, by, 'bank.import-statement', accountId, {
    statement: head,
    packedLines: packLines(lines.map(({ line }) => line)),
    lines: lines.length,
    added: lines.length,
    matches: automatic.flatMap(({ line, of }) => {
      const part = partOf(of)
      return part === null ? [] : [{ lineId: line.id, part }]
    }),
    accepted: [],
  })
  for (const { line, of } of lines) {
    const part = partOf(of)
    if (part === null || (of.fate.kind === 'deposit' && of.fate.automatic)) continue
    const note = asksForNote([part]) ? MATCH_NOTE : ''
    await give(at, by, 'deposit.match', line.id, { parts: [part], note })
  }
}
