// A statement of 100,000 lines as an import session takes it: read, proven, named, held against an empty account and
// matched with 5,000 open deposits, against a plain csv-parse read of the same file.
import { parse } from 'csv-parse/sync'
import { StatementSession } from '#main/engine/imports/statement-session.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import { fastest, icbcFile } from './harness/icbc-file.ts'
import { manyProvider } from './harness/many-records.ts'
import { scaled } from './harness/scale.ts'

const LINES = scaled(100_000)
const DEPOSITS = scaled(5000)
const DUE = 500_000
const nameOf = (index: number) => manyProvider(index).name

const { packs } = await loadPolicies()
const settings = matchSettings(packInForce(packs, 'kubesphere', '2026-11-20')?.deposit ?? null)
const deposits = Array.from(
  { length: DEPOSITS },
  (_, index): OpenItem => ({
    ...{ kind: 'deposit', id: `d-${index}` },
    ...{ counterparty: nameOf(index), due: DUE, accounts: [] },
  }),
)

/** One in ten lines is a deposit as it should be; others name a vendor half, or none, or are no deposits at all. */
const text = icbcFile(LINES, (index) => {
  const isAsAsked = index % 10 === 0
  const vendor = nameOf(isAsAsked ? index / 10 : (index * 7) % (DEPOSITS * 2))
  const isHalf = index % 10 === 1
  return {
    amount: isAsAsked ? DUE : ((index * 37) % 1_000_000) + 1,
    isOut: index % 7 === 3,
    name: isAsAsked || index % 3 === 0 ? vendor : `个人付款人${index}`,
    purpose: index % 10 === 5 ? '货款' : '',
    remark: isAsAsked
      ? `${vendor}-KubeSphere Marketplace 保证金`
      : isHalf
        ? `${vendor.slice(0, 6)} 保证金`
        : `订单 ${index}`,
  }
})
const bytes = Buffer.from(text)

/** Milliseconds of reading and of comparing with matching. */
async function readAndMatch(): Promise<void> {
  const session = new StatementSession(async () => null)
  session.add(bytes)
  const start = performance.now()
  await session.answer({ kind: 'read', mappings: [] })
  const middle = performance.now()
  const compared = await session.answer({
    kind: 'compare',
    section: 0,
    imported: null,
    items: deposits,
    contested: new Set(),
    settings,
  })
  reading = Math.min(reading, middle - start)
  matching = Math.min(matching, performance.now() - middle)
  found = JSON.stringify(compared)
}

let reading = Number.POSITIVE_INFINITY
let matching = Number.POSITIVE_INFINITY
let found = ''
const perSecond = (milliseconds: number) => Math.round((LINES / milliseconds) * 1000)
const baseline = await fastest(() => parse(text, { relax_column_count: true }), 2)
const whole = await fastest(readAndMatch, 2)
console.log(found)
console.log(
  `statement read ${perSecond(reading)} lines/s, matched ${perSecond(matching)} lines/s with ${DEPOSITS} open deposits`,
)
console.log(
  `statement read and matched ${LINES} lines: ${perSecond(whole)} lines/s, csv-parse alone ${perSecond(
    baseline,
  )} lines/s, ratio ${(baseline / whole).toFixed(2)}`,
)
