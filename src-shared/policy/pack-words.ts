import type { Bilingual } from '../base/bilingual.ts'
import type { PackList } from '../values/description.ts'
import type { PolicyPack } from './policy-pack.ts'

type Named = readonly [id: string, name: Bilingual]

/** What a pack calls something by its id; null where it does not name it. */
export function packWord(pack: PolicyPack, list: PackList, id: string): Bilingual | null {
  return LISTS[list](pack).find(([each]) => each === id)?.[1] ?? null
}

const LISTS: Readonly<Record<PackList, (pack: PolicyPack) => readonly Named[]>> = {
  category: ({ admission, listing }) => [
    ...admission.categories.map(({ id, name }): Named => [id, name]),
    ...(listing?.category.values ?? []).map(({ key, title }): Named => [key, title]),
  ],
  document: ({ admission }) => admission.documents.map(({ kind, name }): Named => [kind, name]),
  agreement: ({ admission }) => admission.agreements.map(({ id, name }): Named => [id, name]),
  question: ({ admission }) =>
    admission.conditions.flatMap(({ title, cases }) =>
      cases.flatMap(({ check }): Named[] => ('answer' in check ? [[check.answer, title]] : [])),
    ),
  reason: ({ admission, listingReview }) => [
    ...admission.conditions.flatMap(({ id, title, cases }) =>
      cases.map(
        (each): Named => [['admission', id, ...(each.id === undefined ? [] : [each.id])].join('.'), title],
      ),
    ),
    ...[admission.reasons, listingReview.reasons].flatMap(({ reject, requestChanges }) =>
      [...reject, ...requestChanges].map((each): Named => [each.id, each.text]),
    ),
  ],
}
