// `node test/unit/policy/source-excerpts.ts MARKETPLACE SOURCE FILE` prints what the packs of a marketplace quote of a source, in the
// sentences of the file that hold it, for test/fixtures/sources/MARKETPLACE.SOURCE.json. What is quoted and does not stand
// in the file, word for word, is named on the error output; it then exits 1.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadPacks } from '#node/resources/load-packs.ts'
import { plainWords, quotesOf } from './quotes-of.ts'

const [marketplace, source = '', file = ''] = process.argv.slice(2)
const bytes = readFileSync(file)
const lines = bytes.toString('utf8').split('\n')
const packs = await loadPacks(new URL('../../../resources/policy-packs/', import.meta.url))
const quotes = new Set(
  packs
    .filter((pack) => pack.marketplace === marketplace)
    .flatMap(quotesOf)
    .filter((each) => each.source === source)
    .map(({ quote }) => quote),
)

/** The fewest whole lines that hold a quote; null where none do. */
function excerptOf(quote: string): string | null {
  const wanted = plainWords(quote)
  for (let count = 1; count <= 6; count++) {
    for (let at = 0; at + count <= lines.length; at++) {
      const text = lines.slice(at, at + count).join('\n')
      if (plainWords(text).includes(wanted)) return sentenceIn(text.trim(), wanted)
    }
  }
  return null
}

/** The sentence of a long line, where one holds it all. */
function sentenceIn(text: string, wanted: string): string {
  return (
    text
      .split(/(?<=[。！？])|(?<=[.,]) (?=\S)/)
      .find((each) => plainWords(each).includes(wanted))
      ?.trim() ?? text
  )
}

const found = [...quotes].map((quote) => ({ quote, excerpt: excerptOf(quote) }))
for (const { quote, excerpt } of found) if (excerpt === null) console.error(`not in ${file}: ${quote}`)
if (found.some(({ excerpt }) => excerpt === null)) process.exitCode = 1
const sha256 = createHash('sha256').update(bytes).digest('hex')
const excerpts = [...new Set(found.flatMap(({ excerpt }) => excerpt ?? []))].sort()
console.log(JSON.stringify({ marketplace, source, sha256, excerpts }, null, 2))
