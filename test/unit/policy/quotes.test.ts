import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadPacks } from '#node/resources/load-packs.ts'
import { cite, wordsOf } from '#shared/rules/cite.ts'
import { citationsOf, plainWords, quotesOf } from './quotes-of.ts'

// Sentences of the sources with the SHA-256 of the whole text each was cut from by test/unit/policy/source-excerpts.ts: the sources
// themselves are not ours to copy.
const folder = new URL('../../fixtures/sources/', import.meta.url)
const excerptsSchema = z.strictObject({
  marketplace: z.string(),
  source: z.string(),
  /** Null: of a public page whose text was not kept. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  excerpts: z.array(z.string().min(1)).min(1),
})
const files = readdirSync(folder).map((name) => ({
  name,
  ...excerptsSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
}))
const packs = await loadPacks(new URL('../../../resources/policy-packs/', import.meta.url))
/** Our own wordings, all packs together. */
const SUMMARIES_LIMIT = 25

describe('what is shown as the words of a source', () => {
  it.each(packs.map((pack) => [pack.marketplace, pack] as const))(
    'stands in it word for word: %s',
    (key, pack) => {
      const excerptsOf = (source: string) =>
        files.find((file) => file.marketplace === key && file.source === source)?.excerpts ?? []
      const wrong = quotesOf(pack).filter(
        ({ quote, source }) =>
          !excerptsOf(source).some((text) => plainWords(text).includes(plainWords(quote))),
      )
      expect(wrong).toEqual([])
    },
  )

  it('is cut from a source that a pack names, and nothing of it is left that none quotes', () => {
    for (const { name, marketplace, source, excerpts } of files) {
      expect(name).toBe(`${marketplace}.${source}.json`)
      const quotes = packs
        .filter((pack) => pack.marketplace === marketplace)
        .flatMap(quotesOf)
        .filter((each) => each.source === source)
      const idle = excerpts.filter((text) =>
        quotes.every(({ quote }) => !plainWords(text).includes(plainWords(quote))),
      )
      expect([name, idle]).toEqual([name, []])
    }
  })

  it('is never our own wording: that is a summary, and there are few', () => {
    const cited = packs.flatMap((pack) => citationsOf(pack, pack.marketplace)).map((each) => each.cited)
    expect(cited.filter(({ quote }) => typeof quote === 'string' && /〔|摘录|摘要/.test(quote))).toEqual([])
    expect(cited.filter(({ quote, summary }) => quote === null && summary === null)).toEqual([])
    expect(cited.filter(({ summary }) => summary !== null).length).toBeLessThanOrEqual(SUMMARIES_LIMIT)
  })
})

describe('the words of a citation', () => {
  const [pack] = packs
  const rule = { source: pack?.sources[0]?.id ?? '', reading: false }

  it.each([
    [{ quote: '原话', summary: null }],
    [{ quote: null, summary: '归纳' }],
    [{ quote: '原话', summary: '归纳' }],
  ])('%j comes back as it was cited', (words) => {
    if (pack === undefined) throw new Error('no packs')
    expect(wordsOf(cite(pack, 'a', { ...rule, ...words }))).toEqual(words)
  })

  it('of records from before tell our wording from the words of the source', () => {
    expect(wordsOf({ quote: '〔摘录〕保证金 5000 元' })).toEqual({ quote: null, summary: '保证金 5000 元' })
  })
})
