import type { ListingRules } from '../../policy/listing-rules.ts'
import type { ImageInfo } from './image-type.ts'
import { excerpt } from './listing-finding.ts'
import { findManualLink } from './manual-link.ts'
import type { PackageCheckInput } from './package-check-input.ts'
import { fileAt, type PackageContents, type PackageFile } from './package-contents.ts'
import { findIcon } from './package-icon.ts'
import {
  isRecord,
  localizedField,
  type PackageMetadata,
  readMetadata,
  textField,
  textList,
} from './package-metadata.ts'
import type { MetadataView, PackageView, PictureView } from './package-report.ts'
import { findSections } from './readme-sections.ts'
import { findScreenshots } from './screenshots.ts'

const maxListed = 500

/** What a reviewer looks at, without the bytes of pictures. */
export function describePackage(
  contents: PackageContents,
  { rules, uploads }: Pick<PackageCheckInput, 'rules' | 'uploads'>,
): PackageView {
  const metadata = readMetadata(contents, rules)
  const icon = findIcon(contents, metadata, uploads)
  return {
    topFolder: contents.topFolder,
    packedBytes: contents.packedBytes,
    inflatedBytes: contents.inflatedBytes,
    metadata: describeMetadata(metadata),
    metadataText: fileAt(contents, metadata.path)?.text?.value ?? null,
    readmes: describeDocuments(contents, rules.readme.documents, rules.readme.sections),
    changelogs: describeDocuments(contents, rules.changelog.documents, []),
    manual: findManualLink(contents, metadata, rules),
    screenshots: findScreenshots(contents, metadata, rules, uploads)
      .slice(0, maxListed)
      .map((screenshot) => describePicture(screenshot, rules.screenshots.mediaTypes)),
    icon: icon === null ? null : describePicture(icon, rules.icon.mediaTypes),
    files: contents.files.map(({ path, bytes, sha256, mode }) => ({ path, bytes, sha256, mode })),
  }
}

function describeMetadata({ fields }: PackageMetadata): MetadataView {
  const provider = isRecord(fields.provider) ? Object.entries(fields.provider) : []
  const listed = (key: string) => textList(fields, key).slice(0, maxListed)
  return {
    apiVersion: textField(fields, 'apiVersion'),
    name: textField(fields, 'name'),
    version: textField(fields, 'version'),
    displayName: localizedField(fields, 'displayName'),
    description: localizedField(fields, 'description'),
    category: textField(fields, 'category'),
    keywords: [...listed('keywords')],
    home: textField(fields, 'home'),
    docs: textField(fields, 'docs'),
    installationMode: textField(fields, 'installationMode'),
    kubeVersion: textField(fields, 'kubeVersion'),
    ksVersion: textField(fields, 'ksVersion'),
    provider: provider.slice(0, maxListed).map(([language, entry]) => {
      const of = (key: string) => (isRecord(entry) ? textField(entry, key) : null)
      return { language, name: of('name'), email: of('email'), url: of('url') }
    }),
    images: [...listed('images')],
  }
}

function describeDocuments(
  contents: PackageContents,
  documents: ListingRules['readme']['documents'],
  sections: ListingRules['readme']['sections'],
): PackageView['readmes'] {
  return documents.map(({ language, path }) => {
    const text = fileAt(contents, path)?.text ?? null
    const found = findSections(text?.value ?? '', sections)
    return {
      language,
      path,
      text: text?.value ?? null,
      encoding: text?.encoding ?? null,
      sections: sections.flatMap(({ key, title }, index) => {
        const section = found[index]
        return section === undefined ? [] : [{ ...section, key, title }]
      }),
    }
  })
}

function describePicture(
  picture: {
    readonly reference: string | null
    readonly kind: PictureView['kind']
    readonly file: PackageFile | null
    readonly image: ImageInfo | null
    readonly sha256?: string | null
  },
  accepted: readonly string[],
): PictureView {
  const { reference, kind, file, image } = picture
  return {
    path: file?.path ?? null,
    reference: reference === null ? null : excerpt(reference, 2000),
    kind,
    mediaType: image?.mediaType ?? null,
    accepted: accepted.includes(image?.mediaType ?? ''),
    width: image?.width ?? null,
    height: image?.height ?? null,
    bytes: file?.bytes ?? null,
    sha256: file?.sha256 ?? picture.sha256 ?? null,
  }
}
