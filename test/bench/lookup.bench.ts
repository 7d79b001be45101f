// Look-up over a cache of 1,000,000 subscriptions of 300,000 users, 200,000 clusters and 1,200,000 orders: 2,000
// different texts of each kind through the engine's query, against the bare search by text with the same limit in the
// same run.
import { find, findByKind } from '#main/engine/queries/find.ts'
import { matchNames, matchReadings } from '#main/engine/storage/cache/name-search.ts'
import { READINGS } from '#main/engine/storage/cache/readings.ts'
import { deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'
import { startMeasuring } from './harness/cpu-time.ts'
import { manyProvider } from './harness/many-records.ts'
import { scaled } from './harness/scale.ts'

const SUBSCRIPTIONS = scaled(1_000_000)
const NAMES = scaled(300_000)
const QUERIES = scaled(2_000)
const BATCH = 10_000
const LIMIT = 20

/** The same chance in every run. */
let state = 7
function below(count: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * count)
}
const CHARACTERS = [
  ...'云栈数海启明星河天枢青松远山沧澜智源恒信瑞达博远重庆单县长行乐清安平金华成都上海北京南宁西新中国民生大地光电',
]
const ENDS = ['科技有限公司', '信息技术有限公司', '软件股份有限公司', '（深圳）网络有限公司', '']
const drawn = (length: number) =>
  Array.from({ length }, () => CHARACTERS[below(CHARACTERS.length)] ?? '').join('')
const names = Array.from({ length: NAMES }, () => drawn(2 + below(4)) + (ENDS[below(ENDS.length)] ?? ''))

const desk = deskUnderTest()
const { sql } = desk.cache

/** Fills a table with rows of which only what is looked for is said. */
function fill(table: string, count: number, rowOf: (index: number) => Record<string, string>): void {
  const columns = sql
    .prepare<[string], { name: string; type: string; notnull: 0 | 1 }>(
      'SELECT name, type, "notnull" FROM pragma_table_info(?)',
    )
    .all(table)
  const put = sql.prepare(
    `INSERT INTO ${table} (${columns.map(({ name }) => name)}) VALUES (${columns.map(() => '?')})`,
  )
  for (let from = 0; from < count; from += BATCH) {
    sql.transaction(() => {
      for (let index = from; index < Math.min(from + BATCH, count); index++) {
        const given: Record<string, string> = { id: idOf(index), body: '{}', ...rowOf(index) }
        const values = columns.map(
          ({ name, type, notnull }) => given[name] ?? (notnull === 0 ? null : type === 'TEXT' ? '' : 1),
        )
        put.run(values)
      }
    })()
  }
}
const idOf = (index: number) => `01JGZZ0000MARKETD${String(index).padStart(9, '0')}`
const numberOf = (index: number) => `CS${String(index * 7).padStart(14, '0')}`
const userOf = (index: number) => `u-${String(index % NAMES).padStart(8, '0')}`
const nameOf = (index: number) => names[index % NAMES] ?? ''
const at = (index: number) => new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString()
fill('subscription', SUBSCRIPTIONS, (index) => ({
  ...{ userId: userOf(index), userName: nameOf(index), productName: nameOf(index % 2_000) },
  ...{ subscribedAt: at(index), providerId: 'p-000001', listingId: `l-${index % 2_000}` },
}))
fill('cluster', SUBSCRIPTIONS / 5, (index) => ({
  ...{ userId: userOf(index), userName: nameOf(index), clusterName: `集群${index % 100}` },
  ...{ clusterId: `c-${index}`, installedAt: at(index) },
}))
fill('market_order', SUBSCRIPTIONS * 1.2, (index) => ({
  ...{
    number: numberOf(index),
    productName: nameOf(index % 2_000),
    buyerId: userOf(index),
    paidAt: at(index),
  },
}))
desk.put(
  'provider',
  Array.from({ length: scaled(20_000) }, (_, index) => manyProvider(index)),
)
const started = performance.now()
desk.index()
console.log(
  `indexes, search and boards of ${SUBSCRIPTIONS} subscriptions and ${NAMES} names: ${Math.round(performance.now() - started)} ms`,
)

const readings = new Map<string, string[]>()
for (const [, syllable = '', characters = ''] of READINGS.matchAll(/([a-z]+)([^a-z]+)/g)) {
  for (const each of characters) readings.set(each, [...(readings.get(each) ?? []), syllable])
}
function part(length: number): string {
  const letters = [...(names[below(NAMES)] ?? '')].filter((each) => readings.has(each))
  const from = below(Math.max(1, letters.length - length + 1))
  return letters.slice(from, from + length).join('')
}
const read = (text: string) => [...text].map((each) => readings.get(each)?.[0] ?? '')
const KINDS: readonly (readonly [name: string, draw: () => string])[] = [
  ['one character', () => part(1)],
  ['two characters', () => part(2)],
  ['four characters', () => part(4)],
  ['a whole name', () => names[below(NAMES)] ?? ''],
  ['one syllable', () => read(part(1)).join('')],
  ['two syllables', () => read(part(2)).join('')],
  ['three syllables, the last cut', () => read(part(3)).join('').slice(0, -1)],
  [
    'two initials',
    () =>
      read(part(2))
        .map((each) => each.charAt(0))
        .join(''),
  ],
  [
    'four initials',
    () =>
      read(part(4))
        .map((each) => each.charAt(0))
        .join(''),
  ],
  ['an id', () => idOf(below(SUBSCRIPTIONS))],
  ['the beginning of an id', () => idOf(below(SUBSCRIPTIONS)).slice(0, -2)],
  ['the number of an order', () => numberOf(below(SUBSCRIPTIONS))],
  ['nothing there', () => `${part(2)}鿿`],
]

const ROUNDS = 3

/** Milliseconds of a query by the clock, each text's least of all rounds, and of the processor on average. */
interface Times {
  readonly p50: number
  readonly p99: number
  readonly cpu: number
}

/** Round by round over all texts, so that a text finds no pages of its own; what disturbs only ever adds. */
function measure(texts: readonly string[], ask: (text: string) => unknown): Times {
  const least = texts.map(() => Number.POSITIVE_INFINITY)
  const stop = startMeasuring()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, text] of texts.entries()) {
      const start = performance.now()
      ask(text)
      least[at] = Math.min(least[at] ?? 0, performance.now() - start)
    }
  }
  const cpu = (stop().cpu * 1000) / (ROUNDS * texts.length)
  least.sort((left, right) => left - right)
  const among = (share: number) => least[Math.floor(least.length * share)] ?? 0
  return { p50: among(0.5), p99: among(0.99), cpu }
}

function bare(text: string): unknown {
  const match = matchNames(text) ?? matchReadings(text)
  const pinyin = matchReadings(text)
  const [words = ''] = (pinyin ?? match)?.parameters ?? []
  if (words === '') return null
  const statement = desk
    .desk()
    .statements.prepare<{ rowid: number }>(
      'SELECT rowid FROM name_grams WHERE name_grams MATCH @words LIMIT 300',
    )
  return statement.all({ words })
}

for (const [name, draw] of KINDS) {
  const texts = [...new Set(Array.from({ length: QUERIES }, draw))].filter((text) => text !== '')
  for (const text of texts.slice(0, 20)) find(desk.desk(), text, LIMIT)
  const raw = measure(texts, bare)
  const one = measure(texts, (text) => find(desk.desk(), text, LIMIT))
  const byKind = measure(texts, (text) => findByKind(desk.desk(), text, 6))
  const said = ({ p50, p99, cpu }: Times) =>
    `p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)}, CPU ${cpu.toFixed(2)} ms`
  console.log(
    `${name}: ${said(one)}; by kind: ${said(byKind)}; bare match: ${said(raw)}; ratio p50 ${(one.p50 / raw.p50).toFixed(2)} p99 ${(one.p99 / raw.p99).toFixed(2)}`,
  )
}
desk.close()
