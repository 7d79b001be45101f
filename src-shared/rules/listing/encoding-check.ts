import type { ListingRules } from '../../policy/listing-rules.ts'
import type { Finding } from '../verdict.ts'
import { listingFinding } from './listing-finding.ts'
import type { PackageContents } from './package-contents.ts'

/** Every text file is UTF-8. Other encodings are still decoded and shown; the store would show them garbled. */
export function checkEncodings(contents: PackageContents, rules: ListingRules): Finding[] {
  const documents = new Set(
    [rules.metadata, ...rules.readme.documents, ...rules.changelog.documents].map(({ path }) => path),
  )
  return contents.files.flatMap(({ path, text, content }) => {
    if (!documents.has(path) || content === null || text?.encoding === 'utf-8') return []
    const encoding = text === null ? null : text.encoding.toUpperCase()
    const finding = listingFinding(rules, {
      rule: 'encoding',
      detail: `not-utf-8.${path}`,
      place: path,
      message: {
        zh: encoding === null ? `${path} 的编码无法识别` : `${path} 的编码是 ${encoding}，不是 UTF-8`,
        en:
          encoding === null
            ? `The encoding of ${path} is unknown`
            : `${path} is encoded in ${encoding}, not in UTF-8`,
      },
      remedy: { zh: '请另存为 UTF-8 编码', en: 'Save it as UTF-8' },
    })
    return [finding]
  })
}
