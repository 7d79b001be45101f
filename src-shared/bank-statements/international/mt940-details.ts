/** What the information to an MT940 entry tells of the other side. */
export interface Details {
  readonly name: string
  readonly account: string
  readonly summary: string
  readonly remark: string
}

/** `:86:` with subfields (`?20`, `>20`): lines are cut anywhere, so they are joined before the marks are looked for. */
export function readDetails(text: string): Details {
  const joined = text.replaceAll('\n', '')
  if (!/^\d{3}[?>]/.test(joined)) {
    return { name: '', account: '', summary: '', remark: text.replace(/\s+/g, ' ').trim() }
  }
  const mark = joined[3] === '>' ? '>' : '?'
  const parts = joined.split(mark).slice(1)
  const collect = (wanted: RegExp) =>
    parts
      .filter((part) => wanted.test(part))
      .map((part) => part.slice(2))
      .join('')
      .trim()
  return {
    name: collect(/^3[23]/),
    account: collect(/^31/),
    summary: collect(/^00/),
    remark: collect(/^(?:2\d|6[0-3])/),
  }
}

/** `:NS:`, a German national field: 01 to 14 are the purpose, 15 and 16 the name, 17 the booking text. */
export function readSubfields(text: string): Details {
  const parts = text.split('\n')
  const collect = (wanted: RegExp, glue: string) =>
    parts
      .filter((part) => wanted.test(part))
      .map((part) => part.slice(2).trim())
      .join(glue)
  return {
    name: collect(/^1[56]/, ''),
    account: '',
    summary: collect(/^17/, ''),
    remark: collect(/^(?:0[1-9]|1[0-4])/, ' '),
  }
}
