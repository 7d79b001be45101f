import type { ListingRules, ReadmeSection } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { listingFinding } from './listing-finding.ts'
import { fileAt, type PackageContents } from './package-contents.ts'
import { findSections } from './readme-sections.ts'

/** A README in each language, with the sections the pack lists. */
export function checkReadmes(contents: PackageContents, rules: ListingRules): Finding[] {
  return rules.readme.documents.flatMap(({ language, path }) => {
    const text = fileAt(contents, path)?.text?.value
    if (text === undefined || text.trim() === '') return [missingReadme(language, path, rules)]
    return [...checkSections(text, language, path, rules), ...checkLanguage(text, language, path, rules)]
  })
}

function missingReadme(language: string, path: string, rules: ListingRules): Finding {
  return listingFinding(rules, {
    rule: 'readme',
    detail: `missing.${language}`,
    place: path,
    message: { zh: `缺少 ${path}，或内容为空、无法读取`, en: `${path} is missing, empty or cannot be read` },
    remedy: {
      zh: `请提供 ${path}，涵盖${titles(rules.readme.sections, 'zh')}`,
      en: `Provide ${path} with ${titles(rules.readme.sections, 'en')}`,
    },
  })
}

function checkSections(text: string, language: string, path: string, rules: ListingRules): Finding[] {
  const { sections } = rules.readme
  const found = findSections(text, sections)
  const missing = sections.filter((_, index) => found[index]?.heading === null)
  const empty = found.filter(({ heading, hasContent }) => heading !== null && !hasContent)
  const findings: Finding[] = []
  if (missing.length > 0) {
    const finding = listingFinding(rules, {
      rule: 'readme',
      detail: `sections.${language}`,
      place: path,
      message: {
        zh: `${path} 缺少 ${missing.length} 个部分：${titles(missing, 'zh')}`,
        en: `${path} lacks ${missing.length} of its sections: ${titles(missing, 'en')}`,
      },
      remedy: {
        zh: `请以标题分出并补充：${titles(missing, 'zh')}`,
        en: `Add, each under a heading of its own: ${titles(missing, 'en')}`,
      },
    })
    findings.push(finding)
  }
  if (empty.length > 0) {
    const names = empty.map(({ heading }) => heading ?? '').join('、')
    const finding = listingFinding(rules, {
      rule: 'readme',
      detail: `empty-sections.${language}`,
      severity: 'should',
      place: `${path}:${empty.map(({ line }) => line).join(',')}`,
      message: { zh: `标题下没有内容：${names}`, en: `Nothing stands below the heading ${names}` },
      remedy: { zh: '请补充内容', en: 'Write the section' },
    })
    findings.push(finding)
  }
  return findings
}

/** A Chinese README without a Chinese character, or an English one mostly in Chinese, is in the wrong file. */
function checkLanguage(text: string, language: string, path: string, rules: ListingRules): Finding[] {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const wrong = (language === 'zh' && han === 0) || (language === 'en' && han > latin)
  if (!wrong) return []
  const finding = listingFinding(rules, {
    rule: 'readme',
    detail: `language.${language}`,
    severity: 'should',
    place: path,
    message: {
      zh: `${path} 似乎不是该语言（${language}）的文本`,
      en: `${path} does not seem to be written in ${language}`,
    },
    remedy: {
      zh: '请检查两种语言的文件是否放反',
      en: 'See whether the files of the two languages are mixed up',
    },
  })
  return [finding]
}

function titles(sections: readonly ReadmeSection[], language: 'zh' | 'en'): string {
  return sections.map(({ title }) => title[language]).join(language === 'zh' ? '、' : ', ')
}
