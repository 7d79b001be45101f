import type { z } from 'zod'
import { addDays, addMonths, firstOfMonth, monthOfDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type {
  CallBoard,
  callBoardInput,
  callCountsSchema,
} from '#shared/contracts/console-engine/interface-calls.ts'
import type { InterfaceSection, SceneAct } from '#shared/policy/interface-section.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { cite } from '#shared/rules/cite.ts'
import { failedOrdersByMonth, isTooMany } from '#shared/rules/interface-health/failed-orders.ts'
import { probeRun } from '#shared/rules/interface-health/probe-run.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { among } from '../window/filter-sql.ts'
import { mailsOfCalls } from './call-mails.ts'
import {
  answersOf,
  type CallScope,
  callsByScene,
  creationsOfOrders,
  type ProductKey,
  probesByDay,
  unlikeRepeats,
} from './call-sums.ts'
import { failedUpdates } from './failed-updates.ts'

/** Most of each list. */
const MAX_ROWS = 200
/** How far back probes are read: a run that began earlier is as long as this. */
const PROBED_DAYS = 90

type Scope = z.infer<typeof callBoardInput>

/** How production interfaces do in some days: calls, failed orders, probes, answers that differ, and what follows. */
export function callBoard(context: QueryContext, asked: Scope): CallBoard {
  const markets = marketsOf(context, asked)
  const days = scopeOf(asked, asked.from, asked.to)
  const products = markets.flatMap((market) => productsOf(context, market, asked))
  const repeats = unlikeRepeats(context, days, MAX_ROWS + 1)
  const updates = markets.flatMap(({ section, scope }) =>
    failedUpdates(context, section, scope, MAX_ROWS + 1),
  )
  const mails = mailsOfCalls(context, days, MAX_ROWS + 1)
  updates.sort((one, other) => urgency(one) - urgency(other))
  return {
    rules: markets.map(({ pack, section }) => rulesOf(pack, section)),
    products: products.slice(0, MAX_ROWS),
    repeats: repeats.slice(0, MAX_ROWS).map((each) => ({ ...each, answers: answersOf(context, each) })),
    updates: updates.slice(0, MAX_ROWS),
    mails: mails.slice(0, MAX_ROWS),
    more: [products, repeats, updates, mails].some(({ length }) => length > MAX_ROWS),
  }
}

/** What of this month asks for somebody. */
export function countCalls(context: QueryContext): z.infer<typeof callCountsSchema> {
  const from = firstOfMonth(monthOfDate(context.today))
  const { products, repeats, updates } = callBoard(context, {
    ...{ marketplaces: [], providerId: null, from, to: context.today },
  })
  return {
    delist: products.filter(({ delist }) => delist).length,
    repeats: repeats.length,
    updates: updates.filter(({ daysLeft }) => daysLeft === null || daysLeft >= 0).length,
  }
}

interface Market {
  readonly pack: PolicyPack
  readonly section: InterfaceSection
  /** Of this market, whenever. */
  readonly scope: CallScope
}

/** The marketplaces whose rules tell of production interfaces, by the pack of the last day asked for. */
function marketsOf(context: QueryContext, asked: Scope): Market[] {
  const names = [...new Set(context.packs.map(({ marketplace }) => marketplace))]
  return names
    .filter((each) => asked.marketplaces.length === 0 || asked.marketplaces.includes(each))
    .flatMap((marketplace) => {
      const pack = packInForce(context.packs, marketplace, asked.to)
      if (pack?.interfaces == null) return []
      const scope = scopeOf({ ...asked, marketplaces: [marketplace] }, null, null)
      return [{ pack, section: pack.interfaces, scope }]
    })
}

function scopeOf(
  { marketplaces, providerId }: Pick<Scope, 'marketplaces' | 'providerId'>,
  from: string | null,
  to: string | null,
): CallScope {
  const bindings: Record<string, string | number | null> = {}
  const conditions = ['r.at >= @from', 'r.at < @before']
  bindings.from = from === null ? '' : startOfShanghaiDay(from)
  bindings.before = to === null ? '9999' : startOfShanghaiDay(addDays(to, 1))
  if (marketplaces.length > 0) conditions.push(among('marketplace', marketplaces, bindings))
  if (providerId !== null) {
    conditions.push('r.providerId = @providerIs')
    bindings.providerIs = providerId
  }
  return { where: conditions.join(' AND '), bindings }
}

function sceneOf({ scenes }: InterfaceSection, act: SceneAct): string {
  return scenes.find((each) => each.act === act)?.id ?? ''
}

const keyOf = ({ marketplace, providerId, productName }: ProductKey) =>
  JSON.stringify([marketplace, providerId, productName])

function productsOf(context: QueryContext, { pack, section }: Market, asked: Scope): CallBoard['products'] {
  const own = { ...asked, marketplaces: [pack.marketplace] }
  const sums = Map.groupBy(callsByScene(context, scopeOf(own, asked.from, asked.to)), keyOf)
  // Whole months: the rule counts by them. An order given up on the 1st may have begun the day before.
  const firstMonth = monthOfDate(asked.from)
  const [since, until] = [firstOfMonth(firstMonth), addMonths(firstOfMonth(monthOfDate(asked.to)), 1)]
  const begun = scopeOf(own, addDays(since, -1), addDays(until, -1))
  const creations = Map.groupBy(creationsOfOrders(context, begun, sceneOf(section, 'create')), keyOf)
  const probed = scopeOf(own, addDays(asked.to, -PROBED_DAYS), asked.to)
  const probes = Map.groupBy(probesByDay(context, probed, sceneOf(section, 'probe')), keyOf)
  const products = [...sums].map(([key, rows]): CallBoard['products'][number] => {
    const [{ marketplace, providerId, providerName, productName, listingId }] = rows as [
      (typeof rows)[number],
    ]
    const months = failedOrdersByMonth(
      section,
      (creations.get(key) ?? []).map((each) => ({ ...each, answered: each.answered === 1 })),
      context.now,
    )
    const probe = probeRun(section, probes.get(key) ?? [])
    const failing = [...months]
      .filter(([month]) => month >= firstMonth && month <= monthOfDate(asked.to))
      .map(([month, orders]) => ({
        ...{ month, orders: [...orders], tooMany: isTooMany(section, orders.length) },
      }))
    const scenes = [...Map.groupBy(rows, ({ scene }) => scene)].map(([scene, ofScene]) => ({
      scene,
      name: section.scenes.find(({ id }) => id === scene)?.name ?? { zh: scene, en: scene },
      calls: total(ofScene),
      failed: total(ofScene.filter(({ outcome }) => outcome === 'failed')),
    }))
    const listing = listingId === null ? null : readPresent(context, 'listing', listingId)
    return {
      ...{ marketplace, providerId, providerName, productName, scenes, months: failing, probe },
      calls: total(rows),
      failed: total(rows.filter(({ outcome }) => outcome === 'failed')),
      delist: failing.some(({ tooMany }) => tooMany) || probe?.isLong === true,
      liveVersionId: listing?.liveVersionId ?? null,
    }
  })
  return products.sort(
    (one, other) =>
      Number(other.delist) - Number(one.delist) ||
      other.failed / other.calls - one.failed / one.calls ||
      (keyOf(one) < keyOf(other) ? -1 : 1),
  )
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}

function rulesOf(pack: PolicyPack, section: InterfaceSection): CallBoard['rules'][number] {
  const { failedOrders, probe, frozen, mail, scenes } = section
  return {
    marketplace: pack.marketplace,
    ...{ more: failedOrders.more, probeDays: probe.days, frozenDays: frozen.days },
    failedOrders: cite(pack, 'interfaces.failed-orders', failedOrders),
    probe: cite(pack, 'interfaces.probe', probe),
    frozen: cite(pack, 'interfaces.frozen', frozen),
    mail: cite(pack, 'interfaces.mail', mail),
    contradictions: scenes.flatMap(({ id, retry }) =>
      retry === null || retry.contradiction === null
        ? []
        : [
            {
              taken: cite(pack, `interfaces.${id}.retry`, retry),
              other: cite(pack, `interfaces.${id}.retry.contradiction`, retry.contradiction),
            },
          ],
    ),
  }
}

/** The least time left first, then of whom nobody said it; who is past saving last, the latest first. */
function urgency({ daysLeft }: CallBoard['updates'][number]): number {
  if (daysLeft === null) return 1e6
  return daysLeft < 0 ? 2e6 - daysLeft : daysLeft
}
