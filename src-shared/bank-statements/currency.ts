const NAMES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  人民币元: 'CNY',
  rmb: 'CNY',
  '156': 'CNY',
  美元: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  欧元: 'EUR',
  日元: 'JPY',
  英镑: 'GBP',
}

/** A currency as ISO 4217; null where the text names none we know. */
export function readCurrency(text: string): string | null {
  const folded = text.normalize('NFKC').replace(/\s/g, '')
  if (/^[A-Za-z]{3}$/.test(folded) && folded.toLowerCase() !== 'rmb') return folded.toUpperCase()
  return NAMES[folded.toLowerCase()] ?? null
}
