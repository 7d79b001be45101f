import type { Bilingual } from '../base/bilingual.ts'

/** What a deposit is called 保证金名称: by the category it is for, else by the marketplace. */
export function depositName(category: Bilingual | null, marketplace: Bilingual): Bilingual {
  return category === null
    ? { zh: `${marketplace.zh} 保证金`, en: `${marketplace.en} deposit` }
    : { zh: `${category.zh}保证金`, en: `${category.en} deposit` }
}
