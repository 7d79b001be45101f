import { ulid } from 'ulid'
import { hashOfBytes } from '#node/file-store/file-store.ts'
import { packLines } from '#node/packed-lines/packed-lines.ts'
import { assert } from '#shared/base/assert.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import {
  type BatchFormat,
  batchOrder,
  type PayoutBatch,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import { writePain001 } from '#shared/payments/pain001.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import type { Platform } from '../platform.ts'
import { type Give, morningOf, people } from './demo-decisions.ts'
import { type DemoLine, drawStatement } from './demo-statement.ts'
import type { SeededRandom } from './seeded-random.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const ALL = { after: '', before: '\uffff' }
const LIMIT = 100

export interface Paying {
  readonly platform: Platform
  readonly random: SeededRandom
  readonly give: Give
}

/** How far a batch has come. */
const STORIES = ['settled', 'answered', 'sent', 'exported', 'draft'] as const
type Story = (typeof STORIES)[number]

/** Requests that the batches take: one each, and of the answered one another that is accepted, where there are so many. */
export const BATCHED = STORIES.length + 1

/** Batches of approved requests in each state, with the statement whose lines paid one of them. */
export async function seedDemoBatches(
  paying: Paying,
  marketplace: string,
  requests: readonly string[],
): Promise<void> {
  const { platform } = paying
  const [account] = await platform.store.namedBetween('bankAccount', marketplace, ALL, LIMIT)
  assert(account !== undefined, 'the marketplace of the demo has an account')
  const left = [...requests]
  for (const [at, story] of STORIES.entries()) {
    const ids = left.splice(0, story === 'answered' && requests.length === BATCHED ? 2 : 1)
    if (ids.length > 0) await tell(paying, account, story, ids, at)
  }
}

async function tell(
  paying: Paying,
  account: BankAccount,
  story: Story,
  requests: readonly string[],
  index: number,
): Promise<void> {
  const { platform, random, give } = paying
  const [finance] = people()
  const at = platform.clock() - DAY_MS + index * 10 * MINUTE_MS
  const id = ulid(at, random.next)
  const payments = await Promise.all(
    requests.map(async (request) => {
      const found = await platform.store.get('payoutRequest', request)
      assert(found !== null, 'the request of a batch is on record')
      return { source: { kind: 'payout' as const, id: request }, amount: found.amount }
    }),
  )
  const executeOn = shanghaiDate(new Date(at).toISOString())
  const format: BatchFormat = story === 'draft' ? ofBank('ccb') : { kind: 'pain.001' }
  await give(at, finance, 'payout.batch', id, { accountId: account.id, executeOn, format, payments })
  if (story === 'draft') return
  const hash = hashOfBytes(Buffer.from(writePain001(batchOrder(await batchOf(platform, id)))))
  await give(at + MINUTE_MS, finance, 'payout.export-batch', id, { hash })
  if (story === 'exported') return
  await give(at + 2 * MINUTE_MS, finance, 'payout.mark-sent', id, { hash })
  if (story === 'sent') return
  await give(
    at + 60 * MINUTE_MS,
    finance,
    'payout.record-answer',
    id,
    answerOf(await batchOf(platform, id), story),
  )
  if (story === 'settled') await settle(paying, account, await batchOf(platform, id))
}

function ofBank(id: string): BatchFormat {
  const template = KNOWN_TEMPLATES.find((each) => each.id === id)
  assert(template !== undefined, 'the template is one that comes with the program')
  return { kind: 'template', template }
}

async function batchOf({ store }: Platform, id: string): Promise<PayoutBatch> {
  const batch = await store.get('payoutBatch', id)
  assert(batch !== null, 'the batch was just made')
  return batch
}

/** All of it is accepted; of the one that is answered the last payment comes back. */
function answerOf(
  { number, payments }: PayoutBatch,
  story: 'settled' | 'answered',
): CommandArguments<'payout.record-answer'> {
  return {
    fileHash: hashOfBytes(Buffer.from(number)),
    fileName: `${number}-回盘.xml`,
    answers: payments.map(({ endToEndId }, at) =>
      story === 'answered' && at === payments.length - 1
        ? { endToEndId, status: 'rejected', said: 'RJCT', reason: 'AC01 收款账号与户名不符' }
        : { endToEndId, status: 'accepted', said: 'ACSP', reason: '' },
    ),
  }
}

/** This month's statement, with a line for each payment, matched to what it paid. */
async function settle(
  { platform, random, give }: Paying,
  account: BankAccount,
  { payments }: PayoutBatch,
): Promise<void> {
  const [finance] = people()
  const day = shanghaiDate(new Date(platform.clock()).toISOString())
  const statements = await platform.store.namedBetween('bankStatement', account.marketplace, ALL, LIMIT)
  const last = statements
    .filter(({ accountId }) => accountId === account.id)
    .toSorted((one, other) => ((one.period?.to ?? '') < (other.period?.to ?? '') ? -1 : 1))
    .at(-1)
  assert(last?.closing != null, 'the account has a statement with its closing balance')
  const frame = { account: account.number, opening: last.closing, fileName: `${account.bank}-${day}.csv` }
  const drawn = drawStatement(
    random,
    frame,
    payments.map(
      ({ payee, amount, purpose }): DemoLine => ({
        ...{ day, effect: -amount, name: payee.name, account: payee.account, reversal: false },
        ...{ summary: '转账支出', purpose, remark: '', fate: { kind: 'open' } },
      }),
    ),
  )
  const at = morningOf(platform, day)
  await give(at, finance, 'bank.import-statement', account.id, {
    statement: drawn.head,
    packedLines: packLines(drawn.lines.map(({ line }) => line)),
    lines: drawn.lines.length,
    added: drawn.lines.length,
    ...{ matches: [], accepted: [] },
  })
  for (const [index, { line }] of drawn.lines.entries()) {
    const payment = payments[index]
    assert(payment !== undefined, 'each payment has its line')
    const { source, amount } = payment
    const part = { target: { kind: 'payout' as const, requestId: source.id }, amount, reasons: [] }
    await give(at, finance, 'deposit.match', line.id, { parts: [part], note: '' })
  }
}
