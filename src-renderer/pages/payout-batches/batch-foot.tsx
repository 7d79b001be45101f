import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { type CaseAction, caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import { RefusedNotice } from '#renderer/review/forms/refused-notice.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useMissing } from '#renderer/review/use-missing.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { PayoutBatchCase } from '#shared/contracts/console-engine/payout-batches.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import {
  paidWithoutFile,
  payoutBatchAllows,
} from '#shared/contracts/console-platform/transitions/payout-batch-transitions.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { AnswerForm } from './answer-form.tsx'
import { useBatchFile } from './use-batch-file.ts'

interface PayoutBatchFootProps {
  readonly opened: PayoutBatchCase
  readonly forms: CaseForms
}

/** What can be decided about a batch, its file, and the form in which it is being decided. */
export function PayoutBatchFoot({ opened, forms }: PayoutBatchFootProps) {
  const texts = useTexts()
  const words = texts.payoutBatches
  const { batch, allowed, problems, status, again } = opened
  const file = useBatchFile(opened)
  const missing = useMissing('payoutBatch', allowed, (type) => payoutBatchAllows(batch, type))
  const paidAlready = paidWithoutFile(batch)
  const isOut = batch.file !== null && batch.dropped === null
  const mayWrite = isOut || allowed.includes('payout.export-batch')
  const fileAction: CaseAction = {
    id: 'file',
    label: batch.file === null ? texts.commands.doing['payout.export-batch'] : words.download,
    means: 'export-book',
    run: file.save,
    danger: false,
    blocked: problems.some(({ severity }) => severity === 'must')
      ? words.mustMend
      : paidAlready.length > 0
        ? words.paidAlready(paidAlready.map(({ providerName }) => providerName).join('、'))
        : null,
  }
  const listAction: CaseAction = {
    ...{ id: 'list', label: words.paymentList, means: null, danger: false, blocked: null },
    run: file.saveList,
  }
  const navigate = useNavigate()
  const mayMake = mayCommand(useAccount()?.roles ?? [], 'payout.batch')
  const againAction: CaseAction = {
    ...{ id: 'again', label: words.again.action(again.payments.length), means: null, danger: false },
    blocked: null,
    run: () => void navigate({ to: '/payout-batches', search: { making: true, again: batch.id } }),
  }
  return (
    <>
      {file.refusal === null ? null : <RefusedNotice refusal={file.refusal} onDismiss={file.forgetRefusal} />}
      <CaseFoot
        forms={{ ...forms, deciding: forms.deciding || file.isSaving }}
        actions={[
          ...caseActions(allowed, forms, texts.commands.doing),
          ...(mayWrite ? [fileAction] : []),
          ...(mayMake && again.payments.length > 0 ? [againAction] : []),
          listAction,
        ]}
        openId={forms.open}
        missing={missing}
        idle={words.idle[status]}
      >
        <OpenForm opened={opened} forms={forms} />
      </CaseFoot>
    </>
  )
}

function OpenForm({ opened: { batch, count, total }, forms }: PayoutBatchFootProps): ReactElement | null {
  const texts = useTexts()
  const words = texts.payoutBatches
  const open = formAbout('payoutBatch', forms.open)
  switch (open) {
    case 'payout.mark-sent': {
      const hash = batch.file?.hash
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={
            <>
              <p>{words.sentLead(count, formatYuan(total))}</p>
              <code>{hash}</code>
            </>
          }
          submitLabel={texts.commands.doing[open]}
          blocked={hash === undefined ? words.notWritten : null}
          onSubmit={() => hash !== undefined && forms.submit(open, { hash })}
        />
      )
    }
    case 'payout.drop-batch': {
      const reason = forms.drafts[open]?.reason ?? ''
      const given = COMMAND_ARGUMENTS[open].safeParse({ reason })
      return (
        <CommandForm
          place={forms}
          title={texts.commands.doing[open]}
          lead={words.dropLead}
          submitLabel={texts.commands.doing[open]}
          danger
          blocked={given.success ? null : words.incompleteReason}
          onSubmit={() => given.success && forms.submit(open, given.data)}
        >
          <ReasonField
            label={words.reason}
            value={reason}
            onChange={(written) => forms.write(open, { reason: written })}
          />
        </CommandForm>
      )
    }
    case 'payout.record-answer':
      return <AnswerForm batch={batch} forms={forms} />
    case 'payout.batch':
    case null:
      return null
  }
}
