import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { excerpt, listingFinding } from './listing-finding.ts'
import { findManualLink } from './manual-link.ts'
import type { PackageContents } from './package-contents.ts'
import { type PackageMetadata, textField } from './package-metadata.ts'
import { isHttpUrl } from './web-address.ts'

/** A link to the user manual is there, in the metadata or in a README. */
export function checkManual(
  contents: PackageContents,
  metadata: PackageMetadata,
  rules: ListingRules,
): Finding[] {
  const { metadataKey, linkWords } = rules.manual
  const stated = textField(metadata.fields, metadataKey)
  const findings: Finding[] = []
  if (stated !== null && !isHttpUrl(stated)) {
    const finding = listingFinding(rules, {
      rule: 'manual',
      detail: 'address',
      place: metadata.place(metadataKey),
      message: {
        zh: `用户手册链接不是网址：${excerpt(stated)}`,
        en: `The manual link is no web address: ${excerpt(stated)}`,
      },
      remedy: { zh: '请填写 http(s) 网址', en: 'Give an http(s) address' },
    })
    findings.push(finding)
  }
  if (findManualLink(contents, metadata, rules) === null) {
    const finding = listingFinding(rules, {
      rule: 'manual',
      detail: 'missing',
      place: `${metadata.path} ${metadataKey}`,
      message: { zh: '没有用户手册链接', en: 'There is no link to a user manual' },
      remedy: {
        zh: `请在元数据中填写 ${metadataKey}，或在 README 中加入链接（如“${linkWords[0]}”）`,
        en: `Set ${metadataKey} in the metadata, or link to it in the README (such as "${linkWords.at(-1)}")`,
      },
    })
    findings.push(finding)
  }
  return findings
}
