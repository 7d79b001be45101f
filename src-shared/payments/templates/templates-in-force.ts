import type { BankTemplate } from './bank-template.ts'
import { KNOWN_TEMPLATES } from './known-templates.ts'

/** A template that was set for a bank; of each bank the highest number holds. */
export interface TemplateSet {
  readonly number: number
  readonly template: BankTemplate
}

/** The template of each bank: those that come with the program, with what was set since; then those of further banks. */
export function templatesInForce(set: readonly TemplateSet[]): BankTemplate[] {
  const ids = new Set([...KNOWN_TEMPLATES, ...set.map(({ template }) => template)].map(({ id }) => id))
  return [...ids].flatMap((id) => templateInForce(set, id) ?? [])
}

/** The template of one bank; null where none is known. */
export function templateInForce(set: readonly TemplateSet[], id: string): BankTemplate | null {
  const own = set.filter(({ template }) => template.id === id)
  const last = own.toSorted((one, other) => other.number - one.number)[0]
  return last?.template ?? KNOWN_TEMPLATES.find((each) => each.id === id) ?? null
}
