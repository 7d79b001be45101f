import { compareBuild, parse } from 'semver'
import type { Finding } from '../verdict.ts'
import { listingFinding } from './listing-finding.ts'
import type { PackageCheckInput } from './package-check-input.ts'
import { type PackageMetadata, textField } from './package-metadata.ts'

/** An update carries a greater version than the live one, by the precedence of SemVer. */
export function checkUpdate(metadata: PackageMetadata, { rules, live }: PackageCheckInput): Finding[] {
  const version = parse(textField(metadata.fields, 'version'))
  const liveVersion = parse(live?.version ?? null)
  if (version === null || liveVersion === null || compareBuild(version, liveVersion) > 0) return []
  const finding = listingFinding(rules, {
    rule: 'update',
    detail: 'version-not-greater',
    place: metadata.place('version'),
    message: {
      zh: `新版本 ${version.raw} 不高于线上版本 ${liveVersion.raw}`,
      en: `The new version ${version.raw} is not greater than the live one, ${liveVersion.raw}`,
    },
    remedy: {
      zh: `请使用高于 ${liveVersion.raw} 的版本号`,
      en: `Use a version greater than ${liveVersion.raw}`,
    },
  })
  return [finding]
}
