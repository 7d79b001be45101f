import { foldName } from '../base/fold-name.ts'
import type { PaymentAccount } from './payment.ts'

/**
 * Whether two accounts are at one bank, by the beginning of what their banks are called up to 银行; its branches do not
 * matter, nor 中国 before it. False where either bank is not known.
 */
export function isSameBank(
  { bank: one }: Pick<PaymentAccount, 'bank'>,
  { bank: other }: Pick<PaymentAccount, 'bank'>,
): boolean {
  const [left, right] = [headOffice(one), headOffice(other)]
  return left !== null && left === right
}

/** What a bank is called without its branch; null where no name ends in 银行. */
function headOffice(bank: string | null): string | null {
  const folded = foldName(bank ?? '')
  const end = folded.indexOf(BANK)
  if (end < 0) return null
  const name = folded.slice(0, end + BANK.length)
  // 中国银行 is a bank of its own.
  return name.startsWith(CHINA) && name.length > CHINA.length + BANK.length ? name.slice(CHINA.length) : name
}

const BANK = foldName('银行')
const CHINA = foldName('中国')
