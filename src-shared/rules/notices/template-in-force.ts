import type { ShippedTemplate, TemplateTexts } from './notice-template.ts'
import type { Occasion } from './occasions.ts'

/** A template somebody set: for a marketplace, or for all of them where that is empty. */
interface SetTemplate {
  readonly occasion: Occasion
  readonly marketplace: string
  readonly number: number
  readonly texts: TemplateTexts
}

/** The template notices are made by, and which it is: number 0 came with the program. */
export interface TemplateInForce {
  readonly marketplace: string
  readonly number: number
  readonly texts: TemplateTexts
}

/** Of those set for the marketplace the newest; else of those for all; else what came with the program. Pure. */
export function templateInForce(
  set: readonly SetTemplate[],
  shipped: readonly ShippedTemplate[],
  occasion: Occasion,
  marketplace: string,
): TemplateInForce | null {
  for (const place of new Set([marketplace, ''])) {
    const newest = set
      .filter((each) => each.occasion === occasion && each.marketplace === place)
      .reduce<SetTemplate | null>((last, each) => (last && last.number > each.number ? last : each), null)
    if (newest !== null) return newest
  }
  const standard = shipped.find((each) => each.occasion === occasion)
  return standard === undefined ? null : { marketplace: '', number: 0, texts: standard.texts }
}
