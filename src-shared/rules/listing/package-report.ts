import { z } from 'zod'
import { findingSchema } from '../verdict.ts'

/** An image inside the package or at a URL; size and type are null where the content cannot be read here. */
const packageImageSchema = z.object({
  path: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/svg+xml']).nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  bytes: z.int(),
  sha256: z.string().nullable(),
})

const diffLineSchema = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

/** What changed against the live version. */
export const packageDiffSchema = z.object({
  fromVersion: z.string(),
  toVersion: z.string(),
  metadata: z.array(
    z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  files: z.array(
    z.object({
      path: z.string(),
      change: z.enum(['added', 'removed', 'changed']),
      beforeBytes: z.int().nullable(),
      afterBytes: z.int().nullable(),
    }),
  ),
  texts: z.array(z.object({ path: z.string(), lines: z.array(diffLineSchema), truncated: z.boolean() })),
})
export type PackageDiff = z.infer<typeof packageDiffSchema>

/** Everything a reviewer reads of a package: hostile text as text, images by path, never as bytes. */
export const packageReportSchema = z.object({
  findings: z.array(findingSchema),
  /** Null where the archive or its extension.yaml cannot be read: the findings say why. */
  metadata: z
    .object({
      name: z.string().nullable(),
      version: z.string().nullable(),
      displayName: z.record(z.string(), z.string()),
      description: z.record(z.string(), z.string()),
      category: z.string().nullable(),
      provider: z.record(z.string(), z.record(z.string(), z.string())),
      keywords: z.array(z.string()),
      docs: z.string().nullable(),
      home: z.string().nullable(),
      installationMode: z.string().nullable(),
      kubeVersion: z.string().nullable(),
      ksVersion: z.string().nullable(),
      images: z.array(z.string()),
      raw: z.string(),
    })
    .nullable(),
  readmes: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
  /** The five sections, found or missing, by language. */
  sections: z.array(
    z.object({
      id: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      zh: z.boolean(),
      en: z.boolean(),
    }),
  ),
  changelogs: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
  icon: packageImageSchema.nullable(),
  screenshots: z.array(packageImageSchema),
  files: z.array(z.object({ path: z.string(), bytes: z.int() })),
  diff: packageDiffSchema.nullable(),
})
export type PackageReport = z.infer<typeof packageReportSchema>
