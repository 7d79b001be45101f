import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DecisionBar } from '#renderer/review/decision-bar.tsx'
import { COMMAND_KEYS } from '#renderer/shell/keys/command-keys.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { COMMANDS, type CommandType } from '#shared/contracts/console-platform/commands.ts'
import { ApproveRefundForm } from './approve-refund-form.tsx'
import { DeclineRefundForm } from './decline-refund-form.tsx'
import { declineWords } from './decline-words.ts'
import { ReceiptForm } from './receipt-form.tsx'
import { RequestRefundForm } from './request-refund-form.tsx'
import type { DepositDecisions } from './use-deposit-decisions.ts'
import { WaiveForm } from './waive-form.tsx'

interface DepositFootProps {
  readonly opened: DepositCase
  readonly decisions: DepositDecisions
}

/** The open form of a deposit above its decision bar. */
export function DepositFoot({ opened, decisions }: DepositFootProps) {
  const texts = useTexts()
  const account = useAccount()
  const isOffline = useQuery(engine.sync.status.queryOptions()).data?.state === 'offline'
  const blocked = (type: CommandType) =>
    isOffline && COMMANDS[type].offline === 'refused' ? texts.deposits.refund.offline : null
  return (
    <>
      <OpenForm opened={opened} decisions={decisions} blocked={blocked} />
      <DecisionBar
        actions={opened.allowed.map((type) => ({
          id: type,
          label:
            type === 'deposit.decline-refund'
              ? declineWords(opened, account?.id ?? null, texts).title
              : texts.commands.doing[type],
          means: COMMAND_KEYS[type],
          run: () => decisions.toggle(type),
          danger: type === 'deposit.decline-refund',
          blocked: blocked(type),
        }))}
        openId={decisions.form}
        deciding={decisions.deciding}
        idle={texts.review.bar.nothingToDo}
        assign={null}
      />
    </>
  )
}

interface OpenFormProps extends DepositFootProps {
  readonly blocked: (type: CommandType) => string | null
}

function OpenForm({ opened, decisions, blocked }: OpenFormProps) {
  const { form, drafts, write, submit, deciding, close } = decisions
  if (form === null || !opened.allowed.includes(form)) return null
  const shared = { opened, deciding, onCancel: close }
  switch (form) {
    case 'deposit.waive':
      return (
        <WaiveForm
          deciding={deciding}
          onCancel={close}
          today={opened.on}
          draft={drafts[form]}
          onDraft={(draft) => write(form, draft)}
          onSubmit={(said) => submit(form, said)}
        />
      )
    case 'deposit.issue-receipt':
      return <ReceiptForm {...shared} onSubmit={() => submit(form, {})} />
    case 'deposit.request-refund':
      return (
        <RequestRefundForm
          {...shared}
          draft={drafts[form]}
          onDraft={(draft) => write(form, draft)}
          onSubmit={(said) => submit(form, said)}
        />
      )
    case 'deposit.approve-refund':
      return <ApproveRefundForm {...shared} blocked={blocked(form)} onSubmit={(said) => submit(form, said)} />
    case 'deposit.decline-refund':
      return (
        <DeclineRefundForm
          {...shared}
          draft={drafts[form]}
          onDraft={(draft) => write(form, draft)}
          onSubmit={(said) => submit(form, said)}
        />
      )
    default:
      return null
  }
}
