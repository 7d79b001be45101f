import type { PolicyPack } from '#shared/policy/policy-pack.ts'

interface Quoted {
  readonly place: string
  readonly quote: string
  readonly source: string
}

/** Every part of a value that cites a source, with where it stands. */
export function citationsOf(
  value: unknown,
  place: string,
): { place: string; cited: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'quote' in value && 'source' in value ? [{ place, cited: { ...value } }] : []
  return [...own, ...Object.entries(value).flatMap(([key, child]) => citationsOf(child, `${place}.${key}`))]
}

/** What a pack shows as the words of a source. */
export function quotesOf(pack: PolicyPack): Quoted[] {
  return citationsOf(pack, pack.marketplace).flatMap(({ place, cited: { quote, source } }) =>
    typeof quote === 'string' && typeof source === 'string' ? [{ place, quote, source }] : [],
  )
}

/** Words without what differs from one copy of a text to another: blanks, widths and the addresses of links. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\s/g, '')
}
