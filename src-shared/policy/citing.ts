import { z } from 'zod'
import { assert } from '../base/assert.ts'

/**
 * What every rule of a pack carries: the sentence it comes from, our own wording of it, or both. `source` is the id of
 * one of the pack's sources.
 */
export const citing = {
  /** 原文: the source's own words, word for word. */
  quote: z.string().min(1).max(500).nullable().default(null),
  /** 摘要: our wording, where no sentence says it by itself. */
  summary: z.string().min(1).max(500).nullable().default(null),
  source: z.string().min(1).max(64),
  /** Our interpretation, where the source is silent or contradicts itself. */
  reading: z.boolean().default(false),
}

export const sourceSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** As the document calls itself. */
  title: z.string().min(1).max(200),
  version: z.string().min(1).max(64).nullable(),
  date: z.iso.date().nullable(),
})
export type PackSource = Readonly<z.infer<typeof sourceSchema>>

/** Ids inside a pack: lower case, stable for ever, because verdicts and audit entries keep them. */
export const packIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not a pack id')
  .max(64)

/** A source as a reader knows it: `操作指南 v1.0 (2023-10-20)`. */
export function sourceInWords(sources: readonly PackSource[], id: string): string {
  const source = sources.find((each) => each.id === id)
  assert(source !== undefined, 'a pack defines the sources it names')
  const version = source.version === null ? '' : ` ${source.version}`
  return `${source.title}${version}${source.date === null ? '' : ` (${source.date})`}`
}
