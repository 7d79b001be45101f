import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { withoutReceipt } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import { chineseCapitals } from '#shared/money/chinese-capitals.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { BankLineLink } from './bank-line-link.tsx'
import classes from './deposits.module.css'

interface ReceiptFormProps {
  readonly opened: DepositCase
  readonly forms: CaseForms
}

/** What the receipt will cover, before it takes a number for ever. */
export function ReceiptForm({ opened, forms }: ReceiptFormProps) {
  const words = useTexts().deposits.receipt
  const { obligation } = opened
  const { lines, amount } = withoutReceipt(obligation)
  return (
    <CommandForm
      place={forms}
      title={words.title}
      lead={words.lead}
      submitLabel={words.submit(formatYuan(amount))}
      blocked={null}
      onSubmit={() => forms.submit('deposit.issue-receipt', {})}
    >
      <dl className={classes.said}>
        <dt>{words.from}</dt>
        <dd>{obligation.providerName}</dd>
        <dt>{words.amount}</dt>
        <dd>
          <strong>{formatYuan(amount)}</strong> <span lang="zh-CN">人民币{chineseCapitals(amount)}</span>
        </dd>
        <dt>{words.covers}</dt>
        <dd className={classes.lines}>
          {lines.map((line) => (
            <BankLineLink key={line} id={line} known={opened.bankLines[line]} />
          ))}
        </dd>
      </dl>
    </CommandForm>
  )
}
