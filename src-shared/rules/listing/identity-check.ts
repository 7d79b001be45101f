import { valid as validSemver } from 'semver'
import type { Finding } from '../verdict.ts'
import { excerpt, listingFinding } from './listing-finding.ts'
import type { PackageCheckInput } from './package-check-input.ts'
import { type PackageMetadata, textField } from './package-metadata.ts'

/** RFC 1123 labels, dot-separated, at most 253 characters: what Kubernetes takes as an object's name. */
const dns1123Subdomain = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

/** apiVersion, name and version: their forms, and that they are what was pushed and what is live. */
export function checkIdentity(metadata: PackageMetadata, input: PackageCheckInput): Finding[] {
  return [
    ...checkApiVersion(metadata, input),
    ...checkName(metadata, input),
    ...checkVersion(metadata, input),
    ...checkPushed(metadata, input),
  ]
}

function isGiven({ fields }: PackageMetadata, key: string): boolean {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  return value !== undefined && value !== null && value !== ''
}

function checkApiVersion(metadata: PackageMetadata, { rules }: PackageCheckInput): Finding[] {
  const { values } = rules.apiVersion
  const value = textField(metadata.fields, 'apiVersion')
  if (!isGiven(metadata, 'apiVersion') || (value !== null && values.includes(value))) return []
  const finding = listingFinding(rules, {
    rule: 'apiVersion',
    detail: 'unknown',
    place: metadata.place('apiVersion'),
    message: { zh: 'apiVersion 不是已知的值', en: 'The apiVersion is none that is known' },
    remedy: {
      zh: `已知的有 ${values.join('、')}，请确认`,
      en: `Known are ${values.join(', ')}; have it confirmed`,
    },
  })
  return [finding]
}

function checkName(metadata: PackageMetadata, { rules, live }: PackageCheckInput): Finding[] {
  if (!isGiven(metadata, 'name')) return []
  const name = textField(metadata.fields, 'name')
  const place = metadata.place('name')
  if (name === null || name.length > 253 || !dns1123Subdomain.test(name)) {
    const finding = listingFinding(rules, {
      rule: 'name',
      detail: 'format',
      place,
      message: {
        zh: `名称不是合法的 DNS-1123 子域名：${excerpt(String(name ?? ''))}`,
        en: `The name is not a DNS-1123 subdomain: ${excerpt(String(name ?? ''))}`,
      },
      remedy: {
        zh: '只用小写字母、数字、“-”和“.”，以字母或数字开头和结尾，不超过 253 个字符',
        en: 'Use lower-case letters, digits, "-" and "."; begin and end with a letter or digit; at most 253 characters',
      },
    })
    return [finding]
  }
  if (live === null || live.name === name) return []
  const finding = listingFinding(rules, {
    rule: 'name',
    detail: 'changed',
    place,
    message: {
      zh: `名称与线上版本 ${live.name} 不同`,
      en: `The name differs from that of the live version, ${live.name}`,
    },
    remedy: {
      zh: '更新时名称不可改变；新商品请另行提交',
      en: 'An update keeps its name; submit a new product apart',
    },
  })
  return [finding]
}

function checkVersion(metadata: PackageMetadata, { rules }: PackageCheckInput): Finding[] {
  if (!isGiven(metadata, 'version')) return []
  const value = metadata.fields.version
  const place = metadata.place('version')
  if (typeof value !== 'string') {
    const finding = listingFinding(rules, {
      rule: 'version',
      detail: 'not-text',
      place,
      message: {
        zh: `版本号被 YAML 读成了 ${typeof value}（${excerpt(String(value))}），不是文本`,
        en: `YAML reads the version as a ${typeof value} (${excerpt(String(value))}), not as text`,
      },
      remedy: {
        zh: '请写完整的三段版本号并加引号，例如 version: "1.0.0"',
        en: 'Write all three parts in quotes, such as version: "1.0.0"',
      },
    })
    return [finding]
  }
  // The library also takes a leading "v" and spaces; the standard does not.
  if (validSemver(value) !== null && /^\d/.test(value)) return []
  const finding = listingFinding(rules, {
    rule: 'version',
    detail: 'format',
    place,
    message: {
      zh: `版本号不符合 SemVer：${excerpt(value)}`,
      en: `The version is not SemVer: ${excerpt(value)}`,
    },
    remedy: { zh: '请使用 主版本.次版本.修订号，例如 1.2.0', en: 'Use major.minor.patch, such as 1.2.0' },
  })
  return [finding]
}

function checkPushed(metadata: PackageMetadata, { rules, pushed }: PackageCheckInput): Finding[] {
  if (pushed === null) return []
  return (['name', 'version'] as const).flatMap((key) => {
    const value = textField(metadata.fields, key)
    if (value === null || value === pushed[key]) return []
    const finding = listingFinding(rules, {
      rule: key,
      detail: 'not-as-pushed',
      place: metadata.place(key),
      message: {
        zh: `包内为 ${excerpt(value)}，提交时为 ${excerpt(pushed[key])}`,
        en: `The package says ${excerpt(value)}, the submission said ${excerpt(pushed[key])}`,
      },
      remedy: { zh: '请使两者一致后重新提交', en: 'Make the two agree and submit again' },
    })
    return [finding]
  })
}
