import type { Bilingual } from '../../base/bilingual.ts'
import type { ListingRuleKey, ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { excerpt, listingFinding } from './listing-finding.ts'
import type { OfferUnderReview } from './package-check-input.ts'

/** Delivery and plans: online needs plan, price and quota; offline never shows a price. */
export function checkOffer(offer: OfferUnderReview | null, rules: ListingRules): Finding[] {
  if (offer === null) return []
  return offer.delivery === 'online' ? checkOnline(offer, rules) : checkOffline(offer, rules)
}

function checkOnline({ plans }: OfferUnderReview, rules: ListingRules): Finding[] {
  const report = reporter(rules)
  if (plans.length === 0) {
    return [
      report('onlineDelivery', 'plans', 'plans', {
        message: { zh: '线上交付没有订阅套餐', en: 'Online delivery without a subscription plan' },
        remedy: { zh: '请填写套餐、价格和配额', en: 'Give plan, price and quota' },
      }),
    ]
  }
  const incomplete = plans.flatMap(({ name, price, months, quota }, index) => {
    const wrong = [
      ...(name.trim() === '' ? ['name'] : []),
      ...(Number.isSafeInteger(price) && price >= 0 ? [] : ['price']),
      ...(Number.isSafeInteger(months) && months > 0 ? [] : ['months']),
      ...(quota.trim() === '' ? ['quota'] : []),
    ]
    return wrong.map((field) => `plans[${index}].${field}`)
  })
  const names = plans.map(({ name }) => name.trim())
  const repeated = [...new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))]
  return [
    ...(incomplete.length === 0
      ? []
      : [
          report('onlineDelivery', 'plan-incomplete', excerpt(incomplete.join(', '), 200), {
            message: {
              zh: '套餐的名称、价格、时长或配额不完整',
              en: 'A plan lacks its name, price, duration or quota',
            },
            remedy: { zh: '请补全套餐', en: 'Complete the plan' },
          }),
        ]),
    ...(repeated.length === 0
      ? []
      : [
          report('onlineDelivery', 'plan-repeated', excerpt(repeated.join(', '), 200), {
            message: { zh: '套餐重名', en: 'Two plans have the same name' },
            remedy: { zh: '请为套餐取不同的名称', en: 'Give each plan a name of its own' },
          }),
        ]),
    report('moderatePricing', 'to-be-weighed', 'plans', {
      message: {
        zh: `请人工判断 ${plans.length} 个套餐的定价和配置是否适中`,
        en: `Weigh whether price and quota of the ${plans.length} plans are moderate`,
      },
      remedy: {
        zh: '如过高，请与服务商沟通调整',
        en: 'Where they are too high, ask the vendor to lower them',
      },
    }),
  ]
}

function checkOffline({ plans, priceShownPublicly }: OfferUnderReview, rules: ListingRules): Finding[] {
  const report = reporter(rules)
  return [
    ...(priceShownPublicly
      ? [
          report('offlineDelivery', 'price-public', 'offer.priceShownPublicly', {
            message: {
              zh: '线下交付的价格被公开展示',
              en: 'The price of an offline delivery is shown publicly',
            },
            remedy: {
              zh: '请隐藏价格，只保留咨询入口',
              en: 'Hide the price and leave the enquiry entry only',
            },
          }),
        ]
      : []),
    ...(plans.length > 0
      ? [
          report('offlineDelivery', 'plans', 'plans', {
            message: { zh: '线下交付不应有订阅套餐', en: 'Offline delivery has no subscription plans' },
            remedy: { zh: '请删除套餐，或改为线上交付', en: 'Remove the plans, or deliver online' },
          }),
        ]
      : []),
  ]
}

function reporter(rules: ListingRules) {
  return (
    rule: ListingRuleKey,
    detail: string,
    place: string,
    texts: { readonly message: Bilingual; readonly remedy: Bilingual },
  ): Finding => listingFinding(rules, { rule, detail, place, ...texts })
}
