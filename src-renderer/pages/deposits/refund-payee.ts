import type { RefundDraft } from '#renderer/review/forms/drafts.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import type { RefundPayee } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Fen } from '#shared/money/fen.ts'

/** What may go back to where it came from 可原路金额, and what of the rest only elsewhere 非原路金额; fen. */
export function routeSplit({ refundable, refundRoutes }: Pick<DepositCase, 'refundable' | 'refundRoutes'>): {
  readonly original: Fen
  readonly other: Fen
} {
  const sum = refundRoutes.reduce((total, { available }) => total + available, 0)
  const original = Math.min(refundable, sum)
  return { original, other: refundable - original }
}

type Chosen = Pick<RefundDraft, 'route' | 'account'>

/** The account a form pays back to, at first the first there is; null: another one. */
export function chosenRoute(
  { route, account }: Chosen,
  routes: DepositCase['refundRoutes'],
): DepositCase['refundRoutes'][number] | null {
  if (route === 'elsewhere') return null
  if (route === null) return routes[0] ?? null
  return routes.find((each) => each.account === account) ?? null
}

/** Whom a form pays, as far as it is filled in. */
export function payeeOf(draft: RefundDraft, routes: DepositCase['refundRoutes']): RefundPayee {
  const back = chosenRoute(draft, routes)
  if (back !== null) return { route: 'original', name: back.name, account: back.account }
  const { name, account, bank, evidence, attachments } = draft
  return { route: 'elsewhere', name, account: account.replaceAll(/\s/g, ''), bank, evidence, attachments }
}
