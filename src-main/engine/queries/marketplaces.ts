import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Instant, Marketplace } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { DeskSession } from '#shared/contracts/console-engine/desk.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import type { QueryContext } from './query-context.ts'

type Packs = Pick<QueryContext, 'packs'>

/** The pack that held when something was submitted; null where none covers that day. */
export function packAt({ packs }: Packs, marketplace: Marketplace, at: Instant): PolicyPack | null {
  return packInForce(packs, marketplace, shanghaiDate(at))
}

/** Every marketplace there are packs for, by its newest name and categories on a day. */
export function listMarketplaces(packs: readonly PolicyPack[], on: PlainDate): DeskSession['marketplaces'] {
  const keys = [...new Set(packs.map((pack) => pack.marketplace))]
  return keys.flatMap((key) => {
    const pack = packInForce(packs, key, on) ?? packs.findLast((each) => each.marketplace === key)
    if (pack === undefined) return []
    const categories = pack.admission.categories.map(({ id, name }) => ({ id, name }))
    const listed = pack.listing?.category.values ?? []
    const listingCategories = listed.map(({ key: id, title }) => ({ id, name: title }))
    return [{ key, name: pack.name, providerTerm: pack.providerTerm, categories, listingCategories }]
  })
}

export function marketplaceName({ packs }: Packs, marketplace: Marketplace): Bilingual {
  return packs.findLast((pack) => pack.marketplace === marketplace)?.name ?? sameInBoth(marketplace)
}

/** What a marketplace calls a provider. */
export function providerTerm({ packs }: Packs, marketplace: Marketplace): Bilingual {
  const pack = packs.findLast((each) => each.marketplace === marketplace)
  return pack?.providerTerm ?? RECORD_KIND_WORDS.provider
}

/** A category as the pack of that time calls it; one the pack does not know is shown by its id. */
export function categoryName(context: Packs, marketplace: Marketplace, at: Instant, id: string): Bilingual {
  const category = packAt(context, marketplace, at)?.admission.categories.find((each) => each.id === id)
  return category?.name ?? sameInBoth(id)
}

function sameInBoth(text: string): Bilingual {
  return { zh: text, en: text }
}
