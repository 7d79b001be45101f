import type { LastDay, ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import {
  expiryOf,
  providerLimits,
  verificationDueOn,
} from '#shared/contracts/console-platform/provider-clocks.ts'
import {
  contractsEndOn,
  currentTerms,
  documentsExpireOn,
  type Provider,
} from '#shared/contracts/console-platform/records/provider.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { packWord } from '#shared/policy/pack-words.ts'
import { ofProvider } from '../of-provider.ts'
import type { QueryContext } from '../query-context.ts'

/** A last day with how it stands today. */
function lastDay(context: QueryContext, on: string | null): LastDay | null {
  if (on === null) return null
  const { today, soon } = providerLimits(context.controls, context.today)
  return { on, expiry: expiryOf(on, today, soon) }
}

/** When a provider is to be verified again, and when the first of its papers and of its contracts runs out. */
export function reviewDays(
  context: QueryContext,
  provider: Provider,
): {
  readonly verification: LastDay | null
  readonly papers: LastDay | null
  readonly contractEnd: LastDay | null
} {
  return {
    verification: lastDay(context, verificationDueOn(provider, context.controls, context.today)),
    papers: lastDay(context, documentsExpireOn(provider)),
    contractEnd: lastDay(context, contractsEndOn(provider)),
  }
}

/** Its 复审, and its papers with when they run out, the first one first. */
export function papersOf(
  context: QueryContext,
  provider: Provider,
): Pick<ProviderCase, 'verification' | 'papers' | 'paperKinds'> {
  const pack = packInForce(context.packs, provider.marketplace, context.today)
  const NEVER = '9999'
  return {
    verification: reviewDays(context, provider).verification,
    papers: (provider.documents ?? [])
      .map(({ kind, fileName, fileHash, mediaType, bytes, expiresOn }) => ({
        ...{ kind, fileName, fileHash, mediaType, bytes },
        name: named(context, provider, 'document', kind),
        expires: lastDay(context, expiresOn),
      }))
      .sort((one, other) => ((one.expires?.on ?? NEVER) <= (other.expires?.on ?? NEVER) ? -1 : 1)),
    paperKinds: (pack?.admission.documents ?? [])
      .filter(({ kinds }) => kinds === undefined || kinds.includes(provider.kind))
      .map(({ kind, name }) => ({ kind, name })),
  }
}

/** The terms of its contracts that hold, the first to end first, and the agreements it may have. */
export function termsOf(
  context: QueryContext,
  provider: Provider,
): Pick<ProviderCase, 'contractTerms' | 'agreements'> {
  const pack = packInForce(context.packs, provider.marketplace, context.today)
  const NEVER = '9999'
  return {
    contractTerms: currentTerms(provider)
      .map((term) => ({
        ...term,
        name: named(context, provider, 'agreement', term.agreement),
        ends: term.renewal === 'automatic' ? null : lastDay(context, term.until),
      }))
      .sort((one, other) => ((one.until ?? NEVER) <= (other.until ?? NEVER) ? -1 : 1)),
    agreements: (pack?.admission.agreements ?? []).map(({ id, name }) => ({ id, name })),
  }
}

/** The agreements it signed, the newest first. */
export function contractsOf(context: QueryContext, provider: Provider): ProviderCase['contracts'] {
  return ofProvider(context, 'application', provider.id)
    .flatMap(({ id, contracts }) =>
      contracts.map((contract) => ({
        ...contract,
        applicationId: id,
        name: named(context, provider, 'agreement', contract.agreement),
      })),
    )
    .sort((one, other) => (one.signedOn >= other.signedOn ? -1 : 1))
}

function named(
  { packs }: QueryContext,
  { marketplace }: Provider,
  list: 'document' | 'agreement',
  id: string,
) {
  for (const pack of packs.filter((each) => each.marketplace === marketplace).toReversed()) {
    const word = packWord(pack, list, id)
    if (word !== null) return word
  }
  return { zh: id, en: id }
}
