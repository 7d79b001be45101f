import { valid as validSemver } from 'semver'
import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { listingFinding } from './listing-finding.ts'
import { headingsOf } from './markdown-outline.ts'
import type { PackageCheckInput } from './package-check-input.ts'
import { fileAt, type PackageContents } from './package-contents.ts'
import { type PackageMetadata, textField } from './package-metadata.ts'

/** An update brings a changelog in each language with a heading for the new version. */
export function checkChangelogs(
  contents: PackageContents,
  metadata: PackageMetadata,
  { rules, live }: PackageCheckInput,
): Finding[] {
  if (live === null) return []
  const version = validSemver(textField(metadata.fields, 'version'))
  return rules.changelog.documents.flatMap(({ language, path }) => {
    const text = fileAt(contents, path)?.text?.value
    if (text === undefined || text.trim() === '') return [missingChangelog(language, path, rules)]
    if (version === null || mentions(text, version)) return []
    const finding = listingFinding(rules, {
      rule: 'changelog',
      detail: `version-missing.${language}`,
      place: path,
      message: {
        zh: `${path} 没有提到新版本 ${version}`,
        en: `${path} does not mention the new version ${version}`,
      },
      remedy: { zh: `请加入标题 ## ${version} 及其变更`, en: `Add a heading ## ${version} with its changes` },
    })
    return [finding]
  })
}

function missingChangelog(language: string, path: string, rules: ListingRules): Finding {
  return listingFinding(rules, {
    rule: 'changelog',
    detail: `missing.${language}`,
    place: path,
    message: {
      zh: `更新版本缺少 ${path}，或内容为空、无法读取`,
      en: `This is an update, but ${path} is missing, empty or cannot be read`,
    },
    remedy: {
      zh: `请提供 ${path}，写明本次更新的内容`,
      en: `Provide ${path} and say what the update brings`,
    },
  })
}

/** In a heading, or at the start of a line or list item; `1.1.3` is not mentioned by `1.1.30` or `2.1.1.3`. */
function mentions(text: string, version: string): boolean {
  const exact = new RegExp(
    `(?<![\\w.-])v?${version.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w+-]|\\.\\d)`,
    'i',
  )
  if (headingsOf(text).some((heading) => exact.test(heading.text))) return true
  return text.split(/\r?\n/, 20_000).some((line) => exact.test(line.slice(0, version.length + 20)))
}
