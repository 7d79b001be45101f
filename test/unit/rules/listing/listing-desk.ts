import { readPackage } from '#node/package-archive/read-package.ts'
import type { ArchiveSource } from '#node/package-archive/walk-archive.ts'
import { loadPacks } from '#node/resources/load-packs.ts'
import { assert } from '#shared/base/assert.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { ListingRules } from '#shared/policy/listing-rules.ts'
import { listingRulesOn } from '#shared/policy/listing-rules-on.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { checkPackage } from '#shared/rules/listing/check-package.ts'
import type { PackageCheckInput } from '#shared/rules/listing/package-check-input.ts'
import type { Finding } from '#shared/rules/verdict.ts'
import { completeWith, packageOf } from '#test/fixtures/build-package.ts'

const packs = await loadPacks(new URL('../../../../resources/policy-packs/', import.meta.url))
const pack = packInForce(packs, 'kubesphere', '2024-03-01')
/** The rules the program carries, as of a day. */
export function rulesOn(day: PlainDate): ListingRules {
  const rules = pack === null ? null : listingRulesOn(pack, day)
  assert(rules !== null, 'the program carries listing rules of KubeSphere')
  return rules
}
/** The day all that the program carries is in force. */
export const listingRules = rulesOn('2025-06-01')

const nothingKnown: PackageCheckInput = {
  rules: listingRules,
  live: null,
  pushed: null,
  offer: null,
  uploads: [],
}
export const liveBefore = { name: 'sample', version: '1.1.0' }

export function extensionFixture(name: string): string {
  return new URL(`../../../fixtures/extensions/${name}.tgz`, import.meta.url).pathname
}

export async function contentsOf(source: ArchiveSource) {
  const { contents } = await readPackage(source)
  assert(contents !== null, 'the package of a test is readable')
  return contents
}

/** Findings of the reader and of the rules, as `severity ruleId`. */
export async function judged(
  source: ArchiveSource,
  input: Partial<PackageCheckInput> = {},
): Promise<Finding[]> {
  const { contents, findings } = await readPackage(source)
  return [...findings, ...(contents === null ? [] : checkPackage(contents, { ...nothingKnown, ...input }))]
}

export function inShort(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`)
}

/** Findings of the complete package after some files were changed (null removes one). */
export async function judgedWith(
  changes: Readonly<Record<string, string | Uint8Array | null>>,
  input: Partial<PackageCheckInput> = {},
): Promise<Finding[]> {
  return judged(await packageOf(completeWith(changes)), input)
}
