// Prints a table of the fold of names: `node tools/name-fold.ts radicals|variants UCD`, where UCD is a folder with
// files of the Unicode Character Database: EquivalentUnifiedIdeograph.txt, kSimplifiedVariant.txt,
// kTraditionalVariant.txt and kZVariant.txt (of Unihan, one property a file). OpenCC's dictionaries come with
// opencc-js. Whoever takes over newer ones raises NAME_KEYS_VERSION.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Pair = readonly [from: string, to: string]

const LINE = 100
/**
 * Characters that the list of variants of 1955 replaced and the Table of General Standard Chinese Characters of 2013
 * gave back to names, each with what stood for it between the two.
 */
const GIVEN_BACK =
  '迺乃 桠丫 耑专 钜巨 昇升 陞升 甯宁 飏扬 袷夹 麹曲 仝同 甦苏 邨村 氾泛 堃坤 犇奔 龢和 䜣欣 迳径 喆哲 祇只 祗只 菉绿 淼渺 椀碗 谿溪 筦管 澂澄 劄札 吒咤 絜洁 頫俯 脩修 缐线 砲炮 勠戮 皙晰'

const [what, folder = ''] = process.argv.slice(2)
const require = createRequire(import.meta.url)

function ofUnicode(name: string): Pair[] {
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [range = '', ...values] = line.split(/[;\s]+/)
      const [first = 0, last = first] = range.split('..').map((hex) => Number.parseInt(hex, 16))
      const targets = values.map((value) => Number.parseInt(value.replace(/^U\+/, '').replace(/<.*/, ''), 16))
      const points = Array.from({ length: last - first + 1 }, (_, index) => first + index)
      return points.flatMap((point) =>
        targets.map((target): Pair => [String.fromCodePoint(point), String.fromCodePoint(target)]),
      )
    })
}

async function ofOpenCc(name: string): Promise<Pair[]> {
  const entry = require.resolve('opencc-js/t2cn')
  const path = join(entry.slice(0, entry.lastIndexOf('dist')), 'dist/esm-lib/dict', `${name}.js`)
  const { default: text }: { default: string } = await import(pathToFileURL(path).href)
  return text.split('|').map((entryOf): Pair => {
    const [from = '', to = ''] = entryOf.split(' ')
    return [from, to]
  })
}

/** Sets of characters that any of the pairs joins, over however many steps. */
function joined(pairs: readonly Pair[]): Set<string>[] {
  const setOf = new Map<string, Set<string>>()
  for (const [one, other] of pairs) {
    const set = setOf.get(one) ?? new Set([one])
    for (const each of setOf.get(other) ?? [other]) set.add(each)
    for (const each of set) setOf.set(each, set)
  }
  return [...new Set(setOf.values())].filter(({ size }) => size > 1)
}

/** GB 2312 by its place, common characters first; what it lacks comes after, the first plane before the others. */
function commonness(): (character: string) => number {
  const decoder = new TextDecoder('gb18030')
  const places = new Map<string, number>()
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      places.set(decoder.decode(Uint8Array.of(high, low)), places.size)
    }
  }
  return (character) => places.get(character) ?? 0x10000 + (character.codePointAt(0) ?? 0)
}

const wrap = (entries: readonly string[]): string => {
  const lines: string[] = ['']
  for (const entry of entries) {
    const last = lines.at(-1) ?? ''
    if (last.length + entry.length >= LINE) lines.push(entry)
    else lines[lines.length - 1] = last === '' ? entry : `${last} ${entry}`
  }
  return lines.join('\n')
}

async function variants(): Promise<string[]> {
  const toSimplified = await ofOpenCc('TSCharacters')
  const given = GIVEN_BACK.split(' ').map((pair): Pair => [pair.charAt(0), pair.charAt(1)])
  const sets = joined([
    ...ofUnicode('kSimplifiedVariant.txt'),
    ...ofUnicode('kTraditionalVariant.txt'),
    ...ofUnicode('kZVariant.txt'),
    ...toSimplified,
    ...(await ofOpenCc('STCharacters')),
    ...(await ofOpenCc('TWVariants')),
    ...(await ofOpenCc('HKVariants')),
    ...given,
  ])
  const place = commonness()
  const first = (set: Set<string>) => [...set].sort((a, b) => place(a) - place(b))
  return sets.map((set) => first(set).join('')).sort((a, b) => place(a) - place(b))
}

function radicals(): string[] {
  return ofUnicode('EquivalentUnifiedIdeograph.txt').map((pair) => pair.join(''))
}

const version = /-([\d.]+)\.txt/.exec(
  readFileSync(join(folder, 'EquivalentUnifiedIdeograph.txt'), 'utf8'),
)?.[1]
const openCc: { version: string } = JSON.parse(
  readFileSync(join(require.resolve('opencc-js/t2cn').split('dist')[0] ?? '', 'package.json'), 'utf8'),
)

process.stdout.write(
  what === 'radicals'
    ? `// Made by tools/name-fold.ts of Unicode ${version}, EquivalentUnifiedIdeograph.txt.

/** CJK radicals and strokes, each with the unified ideograph that looks the same. */
export const RADICALS = \`
${wrap(radicals())}
\`
`
    : `// Made by tools/name-fold.ts of Unicode ${version} (Unihan: simplified, traditional and z-variants), OpenCC's
// dictionaries in opencc-js ${openCc.version}, and the characters of names in the table of standard characters of 2013.

/**
 * Sets of ideographs of which one may be written for another, over however many readings: 鉅 is 钜 or 巨, so all three
 * are one set. The first is the common simplified one and stands for its set.
 */
export const VARIANTS = \`
${wrap(await variants())}
\`
`,
)
