import { valid } from 'semver'
import { readPackage } from '#node/package-archive/read-package.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { type Offer, offerUnderReview } from '#shared/contracts/console-platform/records/listing.ts'
import { listingRulesOn } from '#shared/policy/listing-rules-on.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { checkPackage } from '#shared/rules/listing/check-package.ts'
import { readImageInfo } from '#shared/rules/listing/image-type.ts'
import type { UploadedPicture } from '#shared/rules/listing/package-check-input.ts'
import {
  localizedField,
  type PackageMetadata,
  readMetadata,
  textField,
  textList,
} from '#shared/rules/listing/package-metadata.ts'
import type { Finding } from '#shared/rules/verdict.ts'
import { now, type Platform } from '../platform.ts'
import type { Upload } from '../store/kept.ts'
import { VendorError } from './vendor.ts'

/** What the platform reads out of a package that can be filed. */
export interface Submission {
  readonly name: string
  readonly packageVersion: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly category: string
  /** Icon and screenshots as the metadata writes them. */
  readonly images: readonly string[]
  readonly findings: readonly Finding[]
}

interface Expected {
  readonly marketplace: string
  readonly name: string
  readonly live: { readonly name: string; readonly version: string } | null
  readonly offer: Offer
  /** Pictures uploaded apart, of which the package names some. */
  readonly uploads: readonly Upload[]
}

/** Findings about an archive that do not keep it from being filed. */
const HARMLESS = new Set(['package.not-kept'])

/**
 * Reads a package from hostile bytes and checks it. What can be named and compared is filed with its findings;
 * what cannot is refused.
 * @throws VendorError 422 with the first finding in words.
 */
export async function readSubmission(
  platform: Platform,
  bytes: Uint8Array,
  expected: Expected,
): Promise<Submission> {
  const today = shanghaiDate(now(platform))
  const pack = packInForce(platform.policies.packs, expected.marketplace, today)
  const rules = pack === null ? null : listingRulesOn(pack, today)
  if (rules === null) throw new VendorError(422, 'This marketplace takes no packages.')
  const reading = await readPackage(inChunks(bytes))
  const unsafe = reading.findings.find((finding) => !HARMLESS.has(finding.ruleId))
  if (unsafe !== undefined) throw refusal(unsafe)
  if (reading.contents === null) throw new VendorError(422, 'The package cannot be read.')

  const { fields } = readMetadata(reading.contents, rules)
  const name = textField(fields, 'name')
  const packageVersion = textField(fields, 'version')
  const pushed = { name: expected.name, version: packageVersion ?? '' }
  const { live, offer } = expected
  const images = imagesNamed(fields)
  const uploads = await picturesOf(
    platform,
    expected.uploads.filter(({ url }) => images.includes(url)),
  )
  const findings = [
    ...reading.findings,
    ...checkPackage(reading.contents, { rules, live, pushed, offer: offerUnderReview(offer), uploads }),
  ]
  if (name === null || name !== expected.name) throw refusal(firstAbout(findings, 'name'))
  if (packageVersion === null || valid(packageVersion) !== packageVersion) {
    throw refusal(firstAbout(findings, 'version'))
  }
  const notGreater = findings.find((finding) => finding.ruleId.startsWith('listing.update.'))
  if (notGreater !== undefined) throw refusal(notGreater)
  const title = localizedField(fields, 'displayName')
  return {
    name,
    packageVersion,
    title: { zh: title.zh ?? title.en ?? name, en: title.en ?? title.zh ?? name },
    category: textField(fields, 'category') ?? '',
    images,
    findings,
  }
}

function imagesNamed(fields: PackageMetadata['fields']): readonly string[] {
  const icon = textField(fields, 'icon')
  return [...(icon === null ? [] : [icon]), ...textList(fields, 'screenshots')]
}

/** What uploaded pictures are by their bytes, one at a time: each may be as large as a package. */
async function picturesOf(platform: Platform, uploads: readonly Upload[]): Promise<UploadedPicture[]> {
  const pictures: UploadedPicture[] = []
  for (const { url, fileHash } of uploads) {
    const bytes = await platform.files.get(fileHash)
    if (bytes !== null) pictures.push({ url, sha256: fileHash, image: readImageInfo(bytes) })
  }
  return pictures
}

function firstAbout(findings: readonly Finding[], rule: string): Finding | undefined {
  return findings.find((finding) => finding.ruleId.startsWith(`listing.${rule}.`)) ?? findings[0]
}

function refusal(finding: Finding | undefined): VendorError {
  if (finding === undefined) return new VendorError(422, 'The package names no valid name and version.')
  const { message, remedy, place } = finding
  return new VendorError(
    422,
    `${message.zh}（${place}）：${remedy.zh} / ${message.en} (${place}): ${remedy.en}`,
  )
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 64 * 1024
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}
