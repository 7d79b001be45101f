const LEGAL_FORM = /(股份有限公司|有限责任公司|有限公司|集团公司|合伙企业|公司)(\((有限合伙|普通合伙)\))?$/
const REGION_IN_BRACKETS = /\([^()]{1,12}\)/g

/** A folded name without its legal form: what people write when they are short of room. */
export function withoutLegalForm(folded: string): string {
  return folded.replace(LEGAL_FORM, '')
}

/** The part of a folded name that tells one company from another, for likeness only: no form, no bracketed region. */
export function distinctivePart(folded: string): string {
  return withoutLegalForm(folded.replace(REGION_IN_BRACKETS, ''))
}
