import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, it } from 'vitest'
import { foldName } from '#shared/base/fold-name.ts'
import { ItemIndex } from '#shared/rules/bank-matching/item-index.ts'
import { NameDistances } from '#shared/rules/bank-matching/name-distances.ts'
import { distinctivePart } from '#shared/rules/bank-matching/name-parts.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'

/** Names that differ by a number, a region, a character or a form, some of them twice. */
const name = fc
  .tuple(
    fc.constantFrom('', '北京', '上海', '(北京)'),
    fc.constantFrom('云栈', '数海云', '昇腾', '升腾', '测试云科技测试云科技测试云科技测试云科技测试云'),
    fc.constantFrom('', '1', '12', '123', '132', '21', 'a'),
    fc.constantFrom('', '（广州）'),
    fc.constantFrom('', '科技有限公司', '有限公司', '软件'),
  )
  .map((parts) => parts.join(''))
const names = fc.array(name, { minLength: 1, maxLength: 90 })
const text = fc.oneof(
  name,
  fc.string({ maxLength: 6 }),
  fc.tuple(name, name).map(([one, other]) => one + other),
)

function itemsOf(counterparties: readonly string[]): OpenItem[] {
  return counterparties.map((counterparty, at) => ({
    kind: 'deposit',
    id: `P${at}`,
    counterparty,
    due: 100,
    accounts: [],
  }))
}
const ids = (found: readonly { readonly item: OpenItem }[]) => found.map(({ item }) => item.id)
const pairsOf = (of: string) =>
  new Set(Array.from({ length: Math.max(0, of.length - 1) }, (_, at) => of.slice(at, at + 2)))

/** What `like` finds, by comparing with every name. */
function likeByHand(items: readonly OpenItem[], wantedName: string, unlikePerMille: number): string[] {
  const wanted = distinctivePart(wantedName)
  const pairs = pairsOf(wanted)
  return items
    .flatMap(({ id, counterparty }, at) => {
      const folded = foldName(counterparty)
      const own = distinctivePart(folded)
      const longer = Math.max(wanted.length, own.length)
      const edits = Math.floor((longer * unlikePerMille) / 1000)
      const shared = [...pairs].filter((pair) => pairsOf(folded).has(pair)).length
      const unlike = Math.ceil((distance(wanted, own) * 1000) / longer)
      const isLike = shared > 0 && shared >= pairs.size - 2 * edits && unlike <= unlikePerMille
      return isLike ? [{ id, at, unlike }] : []
    })
    .sort((one, other) => one.unlike - other.unlike || one.at - other.at)
    .slice(0, 50)
    .map(({ id }) => id)
}

describe('the index of open items, whatever their names', () => {
  it('finds the names that are like another one, most alike first, as comparing with each of them does', () => {
    const unlike = fc.constantFrom(0, 100, 340, 340, 500, 999)
    fc.assert(
      fc.property(names, text, unlike, (counterparties, wanted, unlikePerMille) => {
        const items = itemsOf(counterparties)
        const index = new ItemIndex(items)
        const folded = foldName(wanted)
        const found = ids(index.like(folded, unlikePerMille))
        expect(found).toEqual(likeByHand(items, folded, unlikePerMille))
        expect(ids(index.like(folded, unlikePerMille))).toEqual(found)
      }),
      { numRuns: 400 },
    )
  })

  it('finds the names that hold a piece, none where more than twenty do', () => {
    fc.assert(
      fc.property(
        names,
        fc.constantFrom('云栈', '科技', '云栈12', '升腾软件', '没有'),
        (counterparties, piece) => {
          const items = itemsOf(counterparties)
          const holding = items.filter(({ counterparty }) => foldName(counterparty).includes(piece))
          const expected = holding.length > 20 ? [] : holding.map(({ id }) => id)
          expect(ids(new ItemIndex(items).holding(piece))).toEqual(expected)
        },
      ),
    )
  })
})

describe('distances of one text to many names', () => {
  it('are those of every name that is near, texts of any length included', () => {
    const edits = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(names, text, edits, (all, wanted, limit) => {
        const told = new Map<number, number>()
        new NameDistances(all).near(wanted, limit, (at, found) => told.set(at, found))
        for (const [at, each] of all.entries()) {
          const expected = distance(wanted, each)
          if (told.has(at) || expected <= limit) expect(told.get(at)).toBe(expected)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('stay right from one text to the next', () => {
    const distances = new NameDistances(['北京云栈', '北京云栈12', '上海'])
    const near = (wanted: string) => {
      const told: number[][] = []
      distances.near(wanted, 9, (at, found) => told.push([at, found]))
      return told.sort(([one = 0], [other = 0]) => one - other)
    }
    const first = near('北京云栈1')
    expect(first).toEqual([
      [0, 1],
      [1, 1],
      [2, 5],
    ])
    near('上海数海')
    expect(near('北京云栈1')).toEqual(first)
  })
})
