/**
 * Whether a 联行号 has twelve digits of which the last proves the others (ISO 7064 MOD 11,10). A few codes in use do not:
 * a warning, never a refusal.
 */
export function isCnapsCode(code: string): boolean {
  if (!/^\d{12}$/.test(code)) return false
  let product = 10
  for (const digit of code.slice(0, -1)) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (product + Number(code.at(-1))) % 10 === 1
}
