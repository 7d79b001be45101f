const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g

/** Decodes the character references of XML once: `&#26477;`, `&#x676d;`, `&amp;`. What names nothing stays as it is. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return isCharacter(code) ? String.fromCodePoint(code) : whole
  })
}

const NUMERIC = /&#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}));/g

/** Markup whose numeric references are characters, but for those that would be markup: for a reader that knows few of them. */
export function plainReferences(markup: string): string {
  if (!markup.includes('&#')) return markup
  return markup.replace(NUMERIC, (whole, decimal?: string, hex?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (!isCharacter(code)) return whole
    const character = String.fromCodePoint(code)
    return ESCAPED[character] ?? character
  })
}
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A code point that XML allows in a text. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

const CDATA = '<![CDATA['

/**
 * XML or SGML with the text of its elements in one form: CDATA sections escaped, elements without content and the inline
 * ones of HTML, which some banks write into a remark, a blank.
 */
export function plainMarkup(xml: string): string {
  const escaped = xml.includes(CDATA) ? escapeCdata(xml) : xml
  return escaped.replace(/<\/?(?:br|b|i|u|p|em|strong|span|font|div)(?:\s[^<>]{0,200})?\/?>/gi, ' ')
}

/** Found by walking on: no pattern that could run away. */
function escapeCdata(xml: string): string {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const open = xml.indexOf(CDATA, at)
    const end = open < 0 ? -1 : xml.indexOf(']]>', open)
    if (end < 0) return parts.join('') + xml.slice(at)
    const content = xml.slice(open + CDATA.length, end)
    parts.push(
      xml.slice(at, open),
      content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    at = end + 3
  }
}
