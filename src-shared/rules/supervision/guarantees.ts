import type { Bilingual } from '../../base/bilingual.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { cite } from '../cite.ts'
import type { Citation } from '../verdict.ts'

/** What a marketplace promises a buyer, and where it says so. */
export interface Guarantee {
  readonly name: Bilingual
  readonly citation: Citation
}

/** What the buyers of a category are promised 服务保障, in the order of the pack; nothing where there is none. */
export function guaranteesOf(pack: PolicyPack | null, category: string): Guarantee[] {
  if (pack === null) return []
  return pack.guarantees
    .filter(({ categories }) => categories.includes(category))
    .map((each) => ({ name: each.name, citation: cite(pack, `guarantees.${each.id}`, each) }))
}
