/** What XML cannot hold, or would change on reading, and what looks like the escape itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones
const ESCAPED = /[\u{0}-\u{8}\u{B}-\u{1F}\u{7F}\u{FFFE}\u{FFFF}\p{Surrogate}]|_(?=x[\dA-Fa-f]{4}_)/gu

/** Text for a cell of a workbook, so that it is read back unaltered: `_x000D_` stands for a carriage return. */
export function spreadsheetText(text: string): string {
  return text.replaceAll(
    ESCAPED,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}
