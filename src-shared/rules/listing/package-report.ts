import { z } from 'zod'
import { fileHashSchema } from '../../base/ids.ts'
import { findingSchema } from '../verdict.ts'
import { packageDiffSchema } from './package-diff.ts'

const localizedSchema = z.record(z.string(), z.string())

/** The metadata as the reviewer reads it; texts by language code, null or empty where the package has none. */
export const metadataViewSchema = z.strictObject({
  apiVersion: z.string().nullable(),
  name: z.string().nullable(),
  version: z.string().nullable(),
  displayName: localizedSchema,
  description: localizedSchema,
  category: z.string().nullable(),
  keywords: z.array(z.string()),
  home: z.string().nullable(),
  docs: z.string().nullable(),
  installationMode: z.string().nullable(),
  kubeVersion: z.string().nullable(),
  ksVersion: z.string().nullable(),
  provider: z.array(
    z.strictObject({
      language: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
  images: z.array(z.string()),
})
export type MetadataView = Readonly<z.infer<typeof metadataViewSchema>>

/** A section of a README; `heading` is null where it is missing. */
export const sectionViewSchema = z.strictObject({
  key: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  heading: z.string().nullable(),
  line: z.int().nullable(),
  hasContent: z.boolean(),
})

/** A README or changelog: Markdown of a vendor, hostile; whoever shows it sanitises it. */
export const documentViewSchema = z.strictObject({
  language: z.string(),
  path: z.string(),
  /** Null where the file is missing or cannot be read as text. */
  text: z.string().nullable(),
  encoding: z.enum(['utf-8', 'utf-16le', 'gb18030']).nullable(),
  /** Empty for changelogs. */
  sections: z.array(sectionViewSchema),
})

/** A screenshot or the icon. Its bytes are asked for apart, by `path`. */
export const pictureViewSchema = z.strictObject({
  /** Inside the package; null for addresses, embedded data and what is missing. */
  path: z.string().nullable(),
  /** As the metadata writes it, cut where it is embedded data; null where the metadata does not list it. */
  reference: z.string().nullable(),
  kind: z.enum(['file', 'url', 'data', 'missing']),
  /** By content; null where it is unknown. */
  mediaType: z.string().nullable(),
  /** Whether the marketplace accepts the format; false where it could not be judged. */
  accepted: z.boolean(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  bytes: z.int().nullable(),
  sha256: fileHashSchema.nullable(),
})
export type PictureView = Readonly<z.infer<typeof pictureViewSchema>>

export const packageViewSchema = z.strictObject({
  topFolder: z.string(),
  packedBytes: z.int(),
  inflatedBytes: z.int(),
  metadata: metadataViewSchema,
  /** The metadata file as it stands. */
  metadataText: z.string().nullable(),
  readmes: z.array(documentViewSchema),
  changelogs: z.array(documentViewSchema),
  manual: z.strictObject({ url: z.string(), place: z.string() }).nullable(),
  screenshots: z.array(pictureViewSchema),
  icon: pictureViewSchema.nullable(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), sha256: fileHashSchema, mode: z.int() })),
})
export type PackageView = Readonly<z.infer<typeof packageViewSchema>>

/** All a reviewer needs of a submitted package; pictures are asked for apart. */
export const packageReportSchema = z.strictObject({
  findings: z.array(findingSchema),
  /** Null where the archive could not be read to its end: the findings say why. */
  package: packageViewSchema.nullable(),
  /** Against the live version; null for a new product, or where one of the two cannot be read. */
  diff: packageDiffSchema.nullable(),
})
export type PackageReport = Readonly<z.infer<typeof packageReportSchema>>
