import { z } from 'zod'
import { instantSchema, marketplaceSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { type ApplicantDocument, applicantDocumentSchema } from '../../../rules/admission/applicant.ts'
import { attachmentsSchema } from './attachment.ts'

export const providerStatusSchema = z.enum(['prospect', 'active', 'suspended', 'leaving', 'closed'])

/** What is decided about a vendor; each is the end of its command's name. */
export const PROVIDER_DECISIONS = [
  'suspend',
  'resume',
  'pause-payouts',
  'resume-payouts',
  'leave',
  'close',
  're-verify',
  'record-term',
] as const

/** Whether the public register says what the record does 复审. */
export const verificationOutcomeSchema = z.enum(['in-order', 'differs'])

/** One decision about a vendor: why, and what proves it. */
export const providerDecisionSchema = z.strictObject({
  what: z.enum(PROVIDER_DECISIONS),
  /** The day it said that it leaves, or that the register was looked at; else the day of the decision. */
  on: plainDateSchema,
  reason: z.string().max(4000),
  attachments: attachmentsSchema,
  /** Of a re-verification. */
  outcome: verificationOutcomeSchema.nullable(),
  at: instantSchema,
  by: z.string(),
  byName: z.string(),
})
export type ProviderDecision = Readonly<z.infer<typeof providerDecisionSchema>>

/** How a contract goes on after its term 续约. */
export const CONTRACT_RENEWALS = ['automatic', 'by-agreement', 'none'] as const

/** From when until when a contract holds 协议期限; a renewed one is a term of its own. */
export const contractTermSchema = z.strictObject({
  /** Key of the pack's agreements. */
  agreement: z.string().trim().min(1).max(64),
  from: plainDateSchema,
  /** The last day it holds; null where none is stated. */
  until: plainDateSchema.nullable(),
  renewal: z.enum(CONTRACT_RENEWALS),
})
export type ContractTerm = Readonly<z.infer<typeof contractTermSchema>>

/** A vendor 服务商. Fields that a role may not see are null in its copy (see visibility.ts). */
export const providerSchema = z.strictObject({
  id: z.string().min(1).max(64),
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  kind: z.enum(['enterprise', 'individual']),
  name: z.string().min(1).max(200),
  uscc: z.string().nullable(),
  residentId: z.string().nullable(),
  staff: z.int().nonnegative().nullable(),
  registeredCapital: fenSchema.nullable(),
  foundedOn: plainDateSchema.nullable(),
  licenceIssuedOn: plainDateSchema.nullable(),
  categories: z.array(z.string()),
  source: z.enum(['official', 'isv', 'community']),
  freeOrOpenSourceOnly: z.boolean(),
  /** All of it under an open-source licence. */
  openSourceOnly: z.boolean().default(false),
  status: providerStatusSchema,
  payoutsPaused: z.boolean(),
  joinedOn: plainDateSchema.nullable(),
  contact: z
    .strictObject({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  website: z.string().nullable(),
  /** Papers that hold for it, the newest of each kind; none in records from before they were kept. Personal data. */
  documents: z.array(applicantDocumentSchema).max(200).nullable().default([]),
  /** Terms of its contracts in the order in which they were recorded; of each agreement the last one holds. */
  terms: z.array(contractTermSchema).max(100).default([]),
  /** What was decided about it, in order; only added to. */
  decisions: z.array(providerDecisionSchema).default([]),
  updatedAt: instantSchema,
})
export type Provider = Readonly<z.infer<typeof providerSchema>>

/** The newest decision of a sort; null where there was none. */
export function lastDecision(
  { decisions }: Pick<Provider, 'decisions'>,
  what: ProviderDecision['what'],
): ProviderDecision | null {
  return decisions.findLast((each) => each.what === what) ?? null
}

/** The day it was last held against its papers and the register: when it joined, or at the newest 复审; null for applicants. */
export function verifiedOn(provider: Pick<Provider, 'decisions' | 'joinedOn'>): string | null {
  return lastDecision(provider, 're-verify')?.on ?? provider.joinedOn
}

/** The first day on which one of its papers runs out; null where none does. */
export function documentsExpireOn({ documents }: Pick<Provider, 'documents'>): string | null {
  return (documents ?? []).reduce<string | null>(
    (first, { expiresOn }) =>
      expiresOn === null || (first !== null && first <= expiresOn) ? first : expiresOn,
    null,
  )
}

/** The term that holds of each agreement. */
export function currentTerms({ terms }: Pick<Provider, 'terms'>): ContractTerm[] {
  return [...new Map(terms.map((term) => [term.agreement, term])).values()]
}

/** The first last day of a contract that does not go on by itself; null where there is none. */
export function contractsEndOn(provider: Pick<Provider, 'terms'>): string | null {
  const ends = currentTerms(provider).flatMap(({ until, renewal }) =>
    until === null || renewal === 'automatic' ? [] : [until],
  )
  return ends.toSorted()[0] ?? null
}

/** Papers with others laid over: of each kind the later ones stand for the earlier. */
export function withDocuments(
  known: Provider['documents'],
  later: readonly ApplicantDocument[],
): ApplicantDocument[] {
  const renewed = new Set(later.map(({ kind }) => kind))
  return [...(known ?? []).filter(({ kind }) => !renewed.has(kind)), ...later]
}
