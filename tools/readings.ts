// Prints what stands in the cache's readings.ts: every reading of each unified ideograph, by pinyin-pro, which is
// no dependency: `node tools/readings.ts PATH`, where PATH is its folder. Whoever takes over a newer one raises
// NAME_KEYS_VERSION.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface PinyinPro {
  readonly pinyin: (
    character: string,
    options: { toneType: 'none'; multiple: true; type: 'array'; v: true },
  ) => string[]
}

const LINE = 100
const BLOCKS = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const
/** ü is typed v; of ê there is no key. */
const IS_TYPED = /^[a-z]+$/

const [folder = ''] = process.argv.slice(2)
const manifest: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const { pinyin }: PinyinPro = await import(pathToFileURL(join(folder, 'dist/index.mjs')).href)

const bySyllable = new Map<string, string>()
for (const [first, last] of BLOCKS) {
  for (let point = first; point <= last; point++) {
    const character = String.fromCodePoint(point)
    const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true })
    for (const reading of new Set(readings)) {
      if (IS_TYPED.test(reading)) bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character)
    }
  }
}
const inOrder = [...bySyllable]
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([syllable, characters]) => syllable + characters)
  .join('')
const lines = Array.from({ length: Math.ceil(inOrder.length / LINE) }, (_, index) =>
  inOrder.slice(index * LINE, (index + 1) * LINE),
)
process.stdout.write(`// Made by tools/readings.ts of pinyin-pro ${manifest.version}: all readings of a character, without tones.

/** Each syllable before the ideographs that are read so; ü is v. */
export const READINGS = \`
${lines.join('\n')}
\`.replaceAll('\\n', '')
`)
