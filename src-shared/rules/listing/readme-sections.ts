import type { ReadmeSection } from '../../policy/listing-rules.ts'
import { headingsOf } from './markdown-outline.ts'

export type FoundSection = {
  readonly key: string
  /** The heading that opens it and its line; null where the section is missing. */
  readonly heading: string | null
  readonly line: number | null
  readonly hasContent: boolean
}

/** Longer ones open no section; the patterns below may take steps by its square. */
const maxHeadingLength = 100

/** Looks for the sections of a README by its headings, in the order the pack lists them. */
export function findSections(markdown: string, sections: readonly ReadmeSection[]): readonly FoundSection[] {
  const headings = headingsOf(markdown).map((heading) => ({ ...heading, words: normalized(heading.text) }))
  return sections.map(({ key, headings: patterns }) => {
    const matches = headings.filter(({ words }) => matchesAny(words, patterns))
    const best = matches.find((heading) => heading.hasContent) ?? matches[0]
    return {
      key,
      heading: best?.text ?? null,
      line: best?.line ?? null,
      hasContent: best?.hasContent ?? false,
    }
  })
}

/** `*` stands for any text; everything else is compared as a whole and without case. */
function matchesAny(heading: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.toLowerCase().split('*')
    let from = 0
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1
      const at = last && part !== '' ? heading.lastIndexOf(part) : heading.indexOf(part, from)
      if (at < from || (index === 0 && at !== 0)) return false
      from = at + part.length
    }
    return parts.at(-1) === '' || from === heading.length
  })
}

/** `## 1. **产品简介**：` and `产品简介` are the same heading. */
function normalized(heading: string): string {
  return heading
    .slice(0, maxHeadingLength)
    .toLowerCase()
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]|\p{Extended_Pictographic}|\uFE0F/gu, '')
    .trim()
    .replace(/^(?:[（(]?(?:\d+(?:\.\d+)*|[一二三四五六七八九十]+)[)）]?[.、．:：)）\s]+)/u, '')
    .replace(/[\s:：?？!！。.]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}
