import type { Bilingual } from '../../base/bilingual.ts'
import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { listingFinding } from './listing-finding.ts'
import { isRecord, type PackageMetadata } from './package-metadata.ts'
import type { YamlProblem } from './safe-yaml.ts'

const yamlMessages: Readonly<Record<YamlProblem['code'], { message: Bilingual; remedy: Bilingual }>> = {
  'too-large': {
    message: { zh: '元数据文件过大', en: 'The metadata file is too large' },
    remedy: { zh: '请移出内嵌的图片等内容', en: 'Take embedded pictures and the like out of it' },
  },
  'too-deep': {
    message: { zh: 'YAML 嵌套过深，未予解析', en: 'The YAML nests too deeply and was not taken' },
    remedy: { zh: '请按模板重写元数据', en: 'Rewrite the metadata after the template' },
  },
  syntax: {
    message: { zh: 'YAML 语法错误', en: 'The YAML has a syntax error' },
    remedy: { zh: '请修正该行', en: 'Correct the line' },
  },
  'duplicate-key': {
    message: { zh: '同一个键出现两次', en: 'A key stands twice in one mapping' },
    remedy: { zh: '请只保留一个', en: 'Keep one of them' },
  },
  'several-documents': {
    message: {
      zh: '一个文件含多个 YAML 文档，只读取了第一个',
      en: 'The file holds several YAML documents; the first was read',
    },
    remedy: { zh: '请只保留一个文档', en: 'Keep one document' },
  },
  'custom-tag': {
    message: { zh: '使用了自定义 YAML 标签', en: 'It uses a custom YAML tag' },
    remedy: { zh: '请删除标签', en: 'Remove the tag' },
  },
  anchor: {
    message: { zh: '使用了 YAML 锚点或别名', en: 'It uses YAML anchors or aliases' },
    remedy: { zh: '请直接写出内容', en: 'Write the content out' },
  },
  'alias-bomb': {
    message: {
      zh: 'YAML 别名会膨胀成海量数据，未予解析',
      en: 'YAML aliases would expand without bound; they were not followed',
    },
    remedy: { zh: '请删除锚点和别名', en: 'Remove anchors and aliases' },
  },
}

/** The metadata file itself: there, readable, one plain mapping, with every required key. */
export function checkMetadataFile(metadata: PackageMetadata, rules: ListingRules): Finding[] {
  if (!metadata.found) return [missingFile(metadata, rules)]
  const findings = yamlFindings(metadata, rules)
  if (!isRecord(metadata.yaml.value)) {
    return findings.length > 0 ? findings : [notAMapping(metadata, rules)]
  }
  return [...findings, ...missingKeys(metadata, rules)]
}

function yamlFindings(metadata: PackageMetadata, rules: ListingRules): Finding[] {
  const codes = [...new Set(metadata.yaml.problems.map(({ code }) => code))]
  return codes.map((code) => {
    const lines = metadata.yaml.problems.flatMap((each) =>
      each.code === code && each.line !== null ? [each.line] : [],
    )
    const place =
      lines.length === 0 ? metadata.path : `${metadata.path}:${[...new Set(lines)].slice(0, 5).join(',')}`
    return listingFinding(rules, { rule: 'metadata', detail: `yaml-${code}`, place, ...yamlMessages[code] })
  })
}

function missingFile({ path }: PackageMetadata, rules: ListingRules): Finding {
  return listingFinding(rules, {
    rule: 'metadata',
    detail: 'file-missing',
    place: path,
    message: {
      zh: `缺少元数据文件 ${path}，或无法读取`,
      en: `The metadata file ${path} is missing or cannot be read`,
    },
    remedy: { zh: `请在包的顶层目录提供 ${path}`, en: `Put ${path} into the top folder of the package` },
  })
}

function notAMapping({ path }: PackageMetadata, rules: ListingRules): Finding {
  return listingFinding(rules, {
    rule: 'metadata',
    detail: 'not-a-mapping',
    place: path,
    message: { zh: '元数据不是键值结构', en: 'The metadata is not a mapping of keys to values' },
    remedy: { zh: '请按模板重写元数据', en: 'Rewrite the metadata after the template' },
  })
}

function missingKeys({ fields, path }: PackageMetadata, rules: ListingRules): Finding[] {
  const missing = rules.metadata.requiredKeys.filter((key) => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined
    return value === undefined || value === null || value === ''
  })
  if (missing.length === 0) return []
  const keys = missing.join('、')
  const finding = listingFinding(rules, {
    rule: 'metadata',
    detail: 'required-keys',
    place: `${path} ${missing.join(', ')}`,
    message: {
      zh: `元数据缺少必填项：${keys}`,
      en: `The metadata lacks required keys: ${missing.join(', ')}`,
    },
    remedy: { zh: `请在 ${path} 中补充 ${keys}`, en: `Add ${missing.join(', ')} to ${path}` },
  })
  return [finding]
}
