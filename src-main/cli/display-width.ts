/** Scripts and forms that take two cells in a terminal (Unicode TR 11, wide and full-width). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const ZERO = /\p{Mark}|\p{Default_Ignorable_Code_Point}/u

/** How many cells of a terminal a text takes. */
export function displayWidth(text: string): number {
  let width = 0
  for (const symbol of text) width += ZERO.test(symbol) ? 0 : WIDE.test(symbol) ? 2 : 1
  return width
}

/** Fills a text with blanks up to `width` cells. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Breaks a text into lines of at most `width` cells: between words, and anywhere between wide symbols. */
export function wrapToWidth(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, width)) {
    if (displayWidth(line + piece.trimEnd()) > width && line !== '') {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** Words with the blanks behind them; wide symbols stand alone, and so do parts of words too long for a line. */
function piecesOf(text: string, width: number): readonly string[] {
  const pieces: string[] = []
  let word = ''
  for (const symbol of text.replaceAll(/\s+/g, ' ')) {
    if (WIDE.test(symbol) || displayWidth(word + symbol) > width) {
      pieces.push(word)
      word = ''
    }
    word += symbol
    if (symbol === ' ' || WIDE.test(symbol)) {
      pieces.push(word)
      word = ''
    }
  }
  pieces.push(word)
  return pieces.filter((piece) => piece !== '')
}
