import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { excerpt, listingFinding } from './listing-finding.ts'
import type { PackageMetadata } from './package-metadata.ts'

/** Category and installation mode: one of the values the pack lists. */
export function checkClassification(metadata: PackageMetadata, rules: ListingRules): Finding[] {
  const { category, installationMode } = metadata.fields
  const categories = rules.category.values.map(({ key }) => key)
  const findings: Finding[] = []
  if (!isAbsent(category) && !(typeof category === 'string' && categories.includes(category))) {
    const finding = listingFinding(rules, {
      rule: 'category',
      detail: 'unknown',
      place: metadata.place('category'),
      message: {
        zh: `分类不在列表中：${shown(category)}`,
        en: `The category is not in the list: ${shown(category)}`,
      },
      remedy: { zh: `请选用：${categories.join('、')}`, en: `Choose one of ${categories.join(', ')}` },
    })
    findings.push(finding)
  }
  const modes = rules.installationMode.values
  if (
    !isAbsent(installationMode) &&
    !(typeof installationMode === 'string' && modes.includes(installationMode))
  ) {
    const finding = listingFinding(rules, {
      rule: 'installationMode',
      detail: 'unknown',
      place: metadata.place('installationMode'),
      message: {
        zh: `安装模式无效：${shown(installationMode)}`,
        en: `The installation mode is unknown: ${shown(installationMode)}`,
      },
      remedy: {
        zh: `请使用 ${modes.join(' 或 ')}；缺省为 ${rules.installationMode.default}`,
        en: `Use ${modes.join(' or ')}; without the key it is ${rules.installationMode.default}`,
      },
    })
    findings.push(finding)
  }
  return findings
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function shown(value: unknown): string {
  return excerpt(typeof value === 'string' ? value : typeof value, 60)
}
