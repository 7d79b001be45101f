/** Most marks of emphasis and links: of one paragraph, and of all. Parsing is quadratic in the first. */
const PARAGRAPH_MARKS = 1500
const TEXT_MARKS = 6000
/** Characters of one paragraph. */
const PARAGRAPH_LIMIT = 20_000

/** Whether Markdown would keep the page busy for seconds: such a text is shown as it is written. */
export function isTangled(text: string): boolean {
  let total = 0
  for (const paragraph of text.split(/\n\s*\n/)) {
    const marks = paragraph.match(/[*_~[\]`]/g)?.length ?? 0
    total += marks
    if (marks > PARAGRAPH_MARKS || total > TEXT_MARKS || paragraph.length > PARAGRAPH_LIMIT) return true
  }
  return false
}
