/** A count with its noun, in the singular for one: `1 order`, `2,000 orders`. */
export function numbered(count: number | string, one: string, many: string): string {
  return `${count} ${String(count) === '1' ? one : many}`
}
