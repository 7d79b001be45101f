export type MarkdownHeading = {
  readonly text: string
  readonly level: number
  /** Counted from 1. */
  readonly line: number
  /** Whether anything stands below it before the next heading of its level or above. */
  readonly hasContent: boolean
}

export type MarkdownLink = { readonly text: string; readonly target: string; readonly line: number }

const maxLines = 20_000
const maxLineLength = 2_000
const maxHeadingLength = 200
const maxHeadings = 2_000
const underline = /^(?:=+|-{2,})$/

/** The first 2,000 headings (`#` and underlined) outside code blocks and comments. */
export function headingsOf(markdown: string): readonly MarkdownHeading[] {
  const lines = proseLines(markdown)
  const headings: MarkdownHeading[] = []
  for (let index = 0; index < lines.length && headings.length < maxHeadings; index += 1) {
    const heading = headingAt(lines, index)
    if (heading === null) continue
    headings.push({ ...heading, line: index + 1, hasContent: hasContent(lines, index, heading.level) })
  }
  return headings
}

/** Links outside code blocks, in the order they stand; pictures are none. */
export function linksOf(markdown: string): readonly MarkdownLink[] {
  return proseLines(markdown).flatMap((line, index) =>
    [...line.matchAll(/(?<!!)\[([^[\]]{0,300})\]\(\s*<?([^()\s>]{1,1000})/g)].map(
      ([, text = '', target = '']) => ({
        text,
        target,
        line: index + 1,
      }),
    ),
  )
}

/** Lines trimmed, with those of code blocks and comments emptied; what exceeds the bounds is left out. */
function proseLines(markdown: string): readonly string[] {
  const withoutComments = markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) =>
    comment.replace(/[^\n]/g, ''),
  )
  let fence: string | null = null
  return withoutComments.split(/\r\n|\n|\r/, maxLines).map((line) => {
    const text = line.slice(0, maxLineLength).trim()
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1]
    if (fence === null && mark !== undefined) fence = mark
    else if (fence !== null && mark?.startsWith(fence) === true && text === mark) fence = null
    else if (fence === null) return /^(?: {4}|\t)/.test(line) ? '' : text
    return ''
  })
}

/** A deeper heading counts as content: the section goes on below it. */
function hasContent(lines: readonly string[], headingIndex: number, level: number): boolean {
  for (let index = headingIndex + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line !== '' && !underline.test(line)) return (headingAt(lines, index)?.level ?? 7) > level
  }
  return false
}

function headingAt(lines: readonly string[], index: number): { text: string; level: number } | null {
  const line = lines[index] ?? ''
  if (line === '' || line.length > maxHeadingLength) return null
  const marks = /^#{1,6}(?=\s)/.exec(line)?.[0]
  if (marks !== undefined)
    return { text: line.slice(marks.length).replace(/\s#+$/, '').trim(), level: marks.length }
  const under = lines[index + 1] ?? ''
  if (!underline.test(under) || /^[-*+>|#]/.test(line)) return null
  return { text: line, level: under.startsWith('=') ? 1 : 2 }
}
