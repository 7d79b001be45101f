import type { ListingRules } from '../../policy/listing-rules.ts'
import { linksOf } from './markdown-outline.ts'
import { fileAt, type PackageContents } from './package-contents.ts'
import { type PackageMetadata, textField } from './package-metadata.ts'
import { isHttpUrl } from './web-address.ts'

export type ManualLink = { readonly url: string; readonly place: string }

/** The user manual: the metadata's key, else the first README link whose text says so; null where there is none. */
export function findManualLink(
  contents: PackageContents,
  metadata: PackageMetadata,
  rules: ListingRules,
): ManualLink | null {
  const { metadataKey, linkWords } = rules.manual
  const stated = textField(metadata.fields, metadataKey)
  if (stated !== null && isHttpUrl(stated)) return { url: stated, place: metadata.place(metadataKey) }
  for (const { path } of rules.readme.documents) {
    const link = linksOf(fileAt(contents, path)?.text?.value ?? '').find(
      ({ text, target }) =>
        isHttpUrl(target) && linkWords.some((word) => text.toLowerCase().includes(word.toLowerCase())),
    )
    if (link !== undefined) return { url: link.target, place: `${path}:${link.line}` }
  }
  return null
}
