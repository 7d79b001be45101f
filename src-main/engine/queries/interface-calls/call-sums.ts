import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { CallOutcome } from '#shared/policy/interface-section.ts'
import type { QueryContext } from '../query-context.ts'
import type { Bindings } from '../window/statement-cache.ts'

/** Which product a sum is of. */
export interface ProductKey {
  readonly marketplace: string
  readonly providerId: string
  readonly productName: string
}

interface SceneSum extends ProductKey {
  readonly providerName: string
  readonly listingId: string | null
  readonly scene: string
  readonly outcome: CallOutcome
  readonly count: number
}

/** A condition over the row `r` with what it binds. */
export interface CallScope {
  readonly where: string
  readonly bindings: Bindings
}

const PRODUCT = 'r.marketplace AS marketplace, r.providerId AS providerId, r.productName AS productName'
const BY_PRODUCT = 'r.marketplace, r.providerId, r.productName'

/** Calls by product, scene and outcome. */
export function callsByScene(context: QueryContext, { where, bindings }: CallScope): readonly SceneSum[] {
  return context.counts.rows<SceneSum>(
    `SELECT ${PRODUCT}, max(r.name) AS providerName, max(r.listingId) AS listingId, r.scene AS scene,
      r.status AS outcome, count(*) AS count
    FROM interface_call r WHERE ${where} GROUP BY ${BY_PRODUCT}, r.scene, r.status`,
    bindings,
  )
}

interface CreationSum extends ProductKey {
  readonly orderId: string
  readonly firstAt: string
  readonly answered: 0 | 1
}

/**
 * Of what orders of a product had a failed call of a scene among some for, line by line: the first call of it ever made for
 * that, and whether any was answered. What was answered for another line or product of the order made nothing of this one.
 */
export function creationsOfOrders(
  context: QueryContext,
  { where, bindings }: CallScope,
  scene: string,
): readonly CreationSum[] {
  return context.counts.rows<CreationSum>(
    `SELECT ${PRODUCT}, r.orderId AS orderId, min(f.at) AS firstAt, max(f.status <> 'failed') AS answered
    FROM (SELECT DISTINCT marketplace, providerId, productName, orderId, repeatKey FROM interface_call r
        WHERE ${where} AND r.scene = @scene AND r.status = 'failed' AND r.orderId IS NOT NULL) r
      CROSS JOIN interface_call f ON f.orderId = r.orderId AND f.marketplace = r.marketplace AND f.scene = @scene
        AND f.providerId = r.providerId AND f.productName = r.productName
        AND (f.repeatKey = r.repeatKey OR f.repeatKey IS NULL OR r.repeatKey IS NULL)
    GROUP BY ${BY_PRODUCT}, r.orderId, r.repeatKey ORDER BY firstAt, r.orderId`,
    { ...bindings, scene },
  )
}

interface DaySum extends ProductKey {
  readonly on: PlainDate
  readonly ok: number
  readonly failed: number
}

/** Probes by product and day in Beijing, in the order of the days. */
export function probesByDay(
  context: QueryContext,
  { where, bindings }: CallScope,
  scene: string,
): readonly DaySum[] {
  return context.counts.rows<DaySum>(
    `SELECT ${PRODUCT}, date(r.at, '+8 hours') AS "on", sum(r.status <> 'failed') AS ok, sum(r.status = 'failed') AS failed
    FROM interface_call r WHERE ${where} AND r.scene = @scene GROUP BY ${BY_PRODUCT}, 4 ORDER BY 4`,
    { ...bindings, scene },
  )
}

interface RepeatSum extends ProductKey {
  readonly providerName: string
  readonly repeatKey: string
  readonly orderId: string
}

/** What had to be answered alike and was not; failures answer nothing. */
export function unlikeRepeats(
  context: QueryContext,
  { where, bindings }: CallScope,
  limit: number,
): readonly RepeatSum[] {
  return context.counts.rows<RepeatSum>(
    `SELECT ${PRODUCT}, r.name AS providerName, r.repeatKey AS repeatKey, max(r.orderId) AS orderId
    FROM (SELECT DISTINCT marketplace, repeatKey FROM interface_call r WHERE ${where} AND r.repeatKey IS NOT NULL) k
      CROSS JOIN interface_call r ON r.repeatKey = k.repeatKey AND r.marketplace = k.marketplace
        AND r.repeatKey IS NOT NULL
    WHERE r.answer IS NOT NULL AND r.status <> 'failed'
    GROUP BY r.marketplace, r.repeatKey HAVING count(DISTINCT r.answer) > 1
    ORDER BY max(r.at) DESC LIMIT ${limit}`,
    bindings,
  )
}

/** Each answer with the first call that had it. */
export function answersOf(
  context: QueryContext,
  { marketplace, repeatKey }: Pick<RepeatSum, 'marketplace' | 'repeatKey'>,
): { readonly answer: string; readonly callId: string; readonly at: string }[] {
  return context.statements
    .prepare<{ answer: string; callId: string; at: string }>(
      `SELECT answer, id AS callId, min(at) AS at FROM interface_call
      WHERE repeatKey = @repeatKey AND marketplace = @marketplace AND answer IS NOT NULL AND status <> 'failed'
      GROUP BY answer ORDER BY 3, 1`,
    )
    .all({ marketplace, repeatKey })
}
