import iso6391 from 'iso-639-1'
import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { excerpt, listingFinding } from './listing-finding.ts'
import { isRecord, type PackageMetadata } from './package-metadata.ts'

const localizedKeys = ['displayName', 'description', 'provider'] as const

/** Fields by language: a mapping, with ISO 639 codes, in every language the marketplace asks for. */
export function checkLanguages(metadata: PackageMetadata, rules: ListingRules): Finding[] {
  return localizedKeys.flatMap((key) => {
    const value = Object.hasOwn(metadata.fields, key) ? metadata.fields[key] : undefined
    if (value === undefined || value === null || value === '') return []
    if (!isRecord(value)) return [notByLanguage(key, metadata, rules)]
    return [...unknownCodes(key, value, metadata, rules), ...missingLanguages(key, value, metadata, rules)]
  })
}

function notByLanguage(key: string, metadata: PackageMetadata, rules: ListingRules): Finding {
  return listingFinding(rules, {
    rule: 'languageCodes',
    detail: `not-by-language.${key}`,
    place: metadata.place(key),
    message: { zh: `${key} 没有按语言填写`, en: `${key} is not given by language` },
    remedy: { zh: `请在 ${key} 下分别填写 zh 和 en`, en: `Give zh and en below ${key}` },
  })
}

function unknownCodes(
  key: string,
  value: Readonly<Record<string, unknown>>,
  metadata: PackageMetadata,
  rules: ListingRules,
): Finding[] {
  const unknown = Object.keys(value).filter((code) => !iso6391.validate(code))
  if (unknown.length === 0) return []
  const codes = excerpt(unknown.join(', '))
  const finding = listingFinding(rules, {
    rule: 'languageCodes',
    detail: `unknown.${key}`,
    place: metadata.place(key),
    message: { zh: `不是 ISO 639 语言代码：${codes}`, en: `Not an ISO 639 language code: ${codes}` },
    remedy: {
      zh: '请使用两个字母的语言代码，例如 zh、en',
      en: 'Use a code of two letters, such as zh or en',
    },
  })
  return [finding]
}

function missingLanguages(
  key: string,
  value: Readonly<Record<string, unknown>>,
  metadata: PackageMetadata,
  rules: ListingRules,
): Finding[] {
  const missing = rules.metadata.languages.filter((language) => {
    const text = Object.hasOwn(value, language) ? value[language] : undefined
    return key === 'provider' ? !isRecord(text) : typeof text !== 'string' || text.trim() === ''
  })
  if (missing.length === 0) return []
  const finding = listingFinding(rules, {
    rule: 'metadata',
    detail: `language-missing.${key}`,
    place: metadata.place(key),
    message: {
      zh: `${key} 缺少语言：${missing.join('、')}`,
      en: `${key} lacks the language ${missing.join(', ')}`,
    },
    remedy: {
      zh: `请补充 ${missing.map((code) => `${key}.${code}`).join('、')}`,
      en: `Add ${missing.map((code) => `${key}.${code}`).join(', ')}`,
    },
  })
  return [finding]
}
