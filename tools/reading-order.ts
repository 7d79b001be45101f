// Prints what stands in the cache's reading-order.ts, by the ICU of the Node that runs this. Once it stands in the
// repository no host's ICU has a say; run it again only to take over a newer order, and rebuild every cache then.

const LINE = 100
const BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const

const characters = BLOCKS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
)
const collator = new Intl.Collator('zh-u-co-pinyin')
const inOrder = characters.sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1)).join('')
const lines = Array.from({ length: Math.ceil(inOrder.length / LINE) }, (_, index) =>
  inOrder.slice(index * LINE, (index + 1) * LINE),
)
const { icu = '', unicode = '' } = process.versions
process.stdout.write(`// Made by tools/reading-order.ts with Node ${process.version}, ICU ${icu}, Unicode ${unicode}.

/** The unified ideographs U+3400–U+4DBF and U+4E00–U+9FFF by pinyin, then tone and strokes; those without reading last. */
export const READING_ORDER = \`
${lines.join('\n')}
\`.replaceAll('\\n', '')
`)
