import { z } from 'zod'

const fileChangeSchema = z.strictObject({
  path: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  /** Null where the side has no such file. */
  oldBytes: z.int().nullable(),
  newBytes: z.int().nullable(),
})

/** Lines with ` `, `-`, `+` or `\` in front, as in a unified diff. */
const hunkSchema = z.strictObject({
  oldStart: z.int(),
  newStart: z.int(),
  lines: z.array(z.string()),
})

const textDiffSchema = z.strictObject({
  path: z.string(),
  /** True where the texts differ too much to be laid side by side; there are no hunks then. */
  tooDifferent: z.boolean(),
  hunks: z.array(hunkSchema),
})
export type TextDiff = Readonly<z.infer<typeof textDiffSchema>>

const valueChangeSchema = z.strictObject({
  /** Dotted, `service.port`; a list counts as one value. */
  key: z.string(),
  change: z.enum(['added', 'removed', 'type', 'default']),
  old: z.string().nullable(),
  new: z.string().nullable(),
})
export type ValueChange = Readonly<z.infer<typeof valueChangeSchema>>

/** What a package changes against another one. */
export const packageDiffSchema = z.strictObject({
  /** Fields as compact JSON, cut where long; null where the side has no such field. */
  metadata: z.array(
    z.strictObject({ key: z.string(), old: z.string().nullable(), new: z.string().nullable() }),
  ),
  files: z.array(fileChangeSchema),
  texts: z.array(textDiffSchema),
  /** Of the chart's values file: what an operator's settings may trip over. */
  values: z.array(valueChangeSchema),
  /** True where one of the lists was cut at its bound. */
  cut: z.boolean(),
})
export type PackageDiff = Readonly<z.infer<typeof packageDiffSchema>>
