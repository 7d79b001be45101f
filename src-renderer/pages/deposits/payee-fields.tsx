import { Radio, Textarea, TextInput } from '@mantine/core'
import { AttachEvidence } from '#renderer/files/attach-evidence.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { RefundDraft } from '#renderer/review/forms/drafts.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './deposits.module.css'
import { chosenRoute } from './refund-payee.ts'

interface PayeeFieldsProps {
  readonly draft: RefundDraft
  readonly routes: DepositCase['refundRoutes']
  readonly onChange: (part: Partial<RefundDraft>) => void
}

/** Where a refund goes: back to an account it came from, or to another one with proof of it. */
export function PayeeFields({ draft, routes, onChange }: PayeeFieldsProps) {
  const words = useTexts().deposits.refund
  const chosen = chosenRoute(draft, routes)
  return (
    <>
      <Radio.Group
        label={words.to}
        value={chosen?.account ?? ''}
        onChange={(account) => onChange({ route: account === '' ? 'elsewhere' : 'original', account })}
      >
        <div className={classes.routes}>
          {routes.map(({ account, name, available }) => (
            <Radio
              key={account}
              size="xs"
              value={account}
              label={words.back(account, name, formatYuan(available))}
            />
          ))}
          <Radio size="xs" value="" label={words.elsewhere} />
        </div>
      </Radio.Group>
      {chosen === null ? (
        <div className={classes.payee}>
          <TextInput
            label={words.payeeName}
            maxLength={200}
            value={draft.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <TextInput
            label={words.payeeAccount}
            maxLength={60}
            value={draft.account}
            onChange={(event) => onChange({ account: event.currentTarget.value })}
          />
          <TextInput
            label={words.payeeBank}
            maxLength={100}
            value={draft.bank}
            onChange={(event) => onChange({ bank: event.currentTarget.value })}
          />
          <Textarea
            label={words.evidence}
            placeholder={words.evidenceHint}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={1000}
            value={draft.evidence}
            onChange={(event) => onChange({ evidence: event.currentTarget.value })}
          />
          <AttachEvidence
            attachments={draft.attachments}
            onChange={(attachments) => onChange({ attachments })}
          />
        </div>
      ) : null}
    </>
  )
}
