// How sure it is what each of 5,000 open lines is, with as many deposits that could be paid: judged all at once, and again
// after one of them changed, against reading the same lines from the copy and checking them against their schema.
import { refreshConfidences } from '#main/engine/queries/bank/line-confidence.ts'
import { bankLineSchema } from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  newUlid,
  sampleAccount,
  sampleLine,
  sampleObligation,
} from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'
import { manyProvider } from './harness/many-records.ts'
import { scaled } from './harness/scale.ts'

const LINES = scaled(5000)
const DUE = 500_000
const ROUNDS = 5
const MARKET = 'kubesphere'

const desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
const account = sampleAccount({ marketplace: MARKET })
const providers = Array.from({ length: LINES }, (_, index) => ({
  ...manyProvider(index),
  marketplace: MARKET,
}))
desk.put('provider', providers)
desk.put(
  'depositObligation',
  providers.map(({ id: providerId, name: providerName, marketplace }) =>
    sampleObligation({ marketplace, providerId, providerName, amount: DUE, entries: [] }),
  ),
)
desk.put('bankAccount', [account])
const lines = Array.from({ length: LINES }, (_, index) => lineAt(index))
desk.put('bankLine', lines)
desk.index()

/** One in ten pays what is asked, with the name in the remark; others name a provider half, or nobody. */
function lineAt(index: number) {
  const { name } = manyProvider(index % 10 === 0 ? index : (index * 7) % LINES)
  const isAsked = index % 10 === 0
  return sampleLine({
    ...{ id: newUlid(), accountId: account.id, marketplace: MARKET, ordinal: index, serial: null },
    amount: isAsked ? DUE : ((index * 37) % 1_000_000) + 1,
    counterpartyName: isAsked || index % 3 === 0 ? name : `个人付款人${index}`,
    remark: isAsked ? `${name} 保证金` : index % 10 === 1 ? `${name.slice(0, 6)} 保证金` : `订单 ${index}`,
  })
}

/** Milliseconds of the fastest of some rounds. */
function fastest(run: () => unknown, between: (round: number) => void = () => undefined): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    between(round)
    const start = performance.now()
    run()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const read = desk.cache.sql.prepare<[], { body: string }>('SELECT body FROM bank_line')
const reading = fastest(() => read.all().map(({ body }) => bankLineSchema.parse(JSON.parse(body))))

const start = performance.now()
if (!refreshConfidences(desk.desk())) throw new Error('there are too many lines to be judged')
const first = performance.now() - start
const judged = desk.cache.sql
  .prepare<[], { confidence: string; count: number }>(
    'SELECT confidence, count(*) AS count FROM line_confidence GROUP BY 1 ORDER BY 1',
  )
  .all()
if (judged.reduce((sum, { count }) => sum + count, 0) !== LINES) throw new Error('every line is judged')
const again = fastest(
  () => refreshConfidences(desk.desk()),
  (round) =>
    desk.put(
      'bankLine',
      lines.slice(0, 1).map((line) => ({ ...line, version: round + 2 })),
    ),
)
const unchanged = fastest(() => refreshConfidences(desk.desk()))

const print = (name: string, time: number) =>
  console.log(`${name}: ${time.toFixed(1)} ms, ratio ${(reading / Math.max(time, 0.001)).toFixed(3)}`)
console.log(judged.map(({ confidence, count }) => `${count} ${confidence}`).join(', '))
print(`${LINES} open lines read and checked`, reading)
print('judged all at once, for the first time', first)
print('judged again after one of them changed', again)
print('asked again with nothing changed', unchanged)
desk.close()
