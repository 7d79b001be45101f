import type { Finding } from '../verdict.ts'
import { checkChangelogs } from './changelog-check.ts'
import { checkClassification } from './classification-check.ts'
import { checkEncodings } from './encoding-check.ts'
import { checkIcon } from './icon-check.ts'
import { checkIdentity } from './identity-check.ts'
import { checkLanguages } from './language-check.ts'
import { checkManual } from './manual-check.ts'
import { checkMetadataFile } from './metadata-file-check.ts'
import { checkOffer } from './offer-check.ts'
import type { PackageCheckInput } from './package-check-input.ts'
import type { PackageContents } from './package-contents.ts'
import { readMetadata } from './package-metadata.ts'
import { checkProvider } from './provider-check.ts'
import { checkReadmes } from './readme-check.ts'
import { checkScreenshots } from './screenshot-check.ts'
import { checkUpdate } from './update-check.ts'

const weight = { must: 0, should: 1, info: 2 } as const

/**
 * Judges a package and its offer by the listing rules of a pack: heaviest findings first, each rule id once.
 * Pure, never throws on any content; an empty answer means nothing was found.
 */
export function checkPackage(contents: PackageContents, input: PackageCheckInput): Finding[] {
  const { rules, offer } = input
  const metadata = readMetadata(contents, rules)
  const findings = [
    ...checkMetadataFile(metadata, rules),
    ...checkIdentity(metadata, input),
    ...checkLanguages(metadata, rules),
    ...checkProvider(metadata, rules),
    ...checkClassification(metadata, rules),
    ...checkIcon(contents, metadata, input),
    ...checkEncodings(contents, rules),
    ...checkReadmes(contents, rules),
    ...checkManual(contents, metadata, rules),
    ...checkScreenshots(contents, metadata, input),
    ...checkChangelogs(contents, metadata, input),
    ...checkUpdate(metadata, input),
    ...checkOffer(offer, rules),
  ]
  return findings.sort((a, b) => weight[a.severity] - weight[b.severity])
}
