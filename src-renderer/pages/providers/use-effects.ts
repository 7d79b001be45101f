import type { OpenMatterShown, ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { useTexts } from '../../i18n/language-context.ts'

/** What a decision about a vendor does to what goes on with it, a sentence each. */
export function useEffects(
  { matters }: Pick<ProviderCase, 'matters'>,
  type:
    | 'provider.suspend'
    | 'provider.resume'
    | 'provider.pause-payouts'
    | 'provider.resume-payouts'
    | 'provider.leave'
    | 'provider.close',
): string[] {
  const texts = useTexts()
  const { effect, matter: words } = texts.providers
  const of = (matter: OpenMatterShown['matter']) => matters.find((each) => each.matter === matter)
  const said = ({ matter, count, amount }: OpenMatterShown) =>
    [words[matter], String(count), ...(amount === null ? [] : [formatYuan(amount)])].join(' ')
  const listed = (some: readonly OpenMatterShown[]) => texts.review.listed(some.map(said))
  const products = of('products-in-store')
  const first = matters.filter((each) => each.first)
  const rest = matters.filter((each) => !each.first)
  switch (type) {
    case 'provider.suspend':
      return [
        effect.noApproval,
        ...(products === undefined ? [] : [effect.productsStay(products.count)]),
        effect.moneyGoesOn,
      ]
    case 'provider.resume':
      return [effect.approvalAgain]
    case 'provider.pause-payouts': {
      const live = of('payouts-under-way')
      return [
        effect.noPayouts,
        ...(live === undefined ? [] : [effect.payoutsWait(live.count, formatYuan(live.amount ?? 0))]),
        effect.approvedGoOn,
      ]
    }
    case 'provider.resume-payouts':
      return [effect.checkedAnew]
    case 'provider.leave':
      return [
        effect.noApproval,
        effect.moneyGoesOn,
        effect.restPaid,
        ...(first.length === 0 ? [] : [texts.review.labelled(effect.closeFirst, listed(first))]),
      ]
    case 'provider.close':
      return [
        effect.cooperationEnds,
        effect.noUploads,
        ...(rest.length === 0 ? [] : [effect.stays(listed(rest))]),
      ]
  }
}
