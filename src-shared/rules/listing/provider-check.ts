import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { listingFinding } from './listing-finding.ts'
import { isRecord, type PackageMetadata, textField } from './package-metadata.ts'
import { isEmail, isHttpUrl } from './web-address.ts'

/** The provider in each language: name, e-mail and address as the pack asks for them, in their forms. */
export function checkProvider(metadata: PackageMetadata, rules: ListingRules): Finding[] {
  const provider = metadata.fields.provider
  if (!isRecord(provider)) return []
  const missing: string[] = []
  const malformed: string[] = []
  for (const [language, entry] of Object.entries(provider)) {
    if (!isRecord(entry)) continue
    for (const key of rules.provider.keys) {
      const value = textField(entry, key)
      if (value === null) missing.push(`provider.${language}.${key}`)
      else if ((key === 'email' && !isEmail(value)) || (key === 'url' && !isHttpUrl(value))) {
        malformed.push(`provider.${language}.${key}`)
      }
    }
  }
  return [
    ...providerFinding('incomplete', missing, metadata, rules, {
      zh: '服务商信息不完整',
      en: 'The provider is incomplete',
    }),
    ...providerFinding('format', malformed, metadata, rules, {
      zh: '服务商的邮箱或网址格式不正确',
      en: 'An e-mail or web address of the provider is malformed',
    }),
  ]
}

function providerFinding(
  detail: string,
  keys: readonly string[],
  metadata: PackageMetadata,
  rules: ListingRules,
  message: Finding['message'],
): Finding[] {
  const shown = keys.slice(0, 6).join(', ')
  if (keys.length === 0) return []
  return [
    listingFinding(rules, {
      rule: 'provider',
      detail,
      place: `${metadata.place('provider')} (${shown})`,
      message,
      remedy: { zh: `请填写正确的 ${shown}`, en: `Give a correct ${shown}` },
    }),
  ]
}
