import { useState } from 'react'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useGive } from '#renderer/review/use-give.ts'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import {
  COMMAND_ARGUMENTS,
  type CommandArguments,
  type CommandType,
} from '#shared/contracts/console-platform/commands.ts'
import { type DraftedForm, useDepositDrafts } from './deposit-drafts.ts'

/** Which form of a deposit is open, what stands in it, and giving what it says. */
export function useDepositDecisions(opened: DepositCase) {
  const { obligation, seenDigest } = opened
  const [form, setForm] = useState<CommandType | null>(null)
  const { known, drafts, write } = useDepositDrafts(obligation.id)
  const { give, deciding, redecide } = useGive({
    id: obligation.id,
    title: obligation.providerName,
    version: obligation.version,
    seenDigest,
  })
  const submit = async <T extends CommandType>(type: T, said: CommandArguments<T>) => {
    if (!(await give(type, said))) return
    if (isDrafted(type)) write(type, undefined)
    setForm(null)
  }
  return {
    /** None is shown until the kept drafts are known. */
    form: known ? form : null,
    drafts,
    write,
    deciding,
    toggle: (type: CommandType) => setForm((open) => (open === type ? null : type)),
    close: () => setForm(null),
    submit: <T extends CommandType>(type: T, said: CommandArguments<T>) => void submit(type, said),
    /** Opens the form of a decision that came back, with what was written for it. */
    reopen: (returned: ReturnedDecision) => {
      redecide(returned)
      restore(returned, write)
      setForm(returned.type)
    },
  }
}
export type DepositDecisions = ReturnType<typeof useDepositDecisions>

function isDrafted(type: CommandType): type is DraftedForm {
  return type === 'deposit.waive' || type === 'deposit.request-refund' || type === 'deposit.decline-refund'
}

function restore(
  { type, arguments: given }: ReturnedDecision,
  write: ReturnType<typeof useDepositDrafts>['write'],
): void {
  if (type === 'deposit.request-refund') {
    const said = COMMAND_ARGUMENTS[type].safeParse(given)
    if (said.success) write(type, { ...said.data, amount: plainYuan(said.data.amount) })
  }
  if (type === 'deposit.waive') {
    const said = COMMAND_ARGUMENTS[type].safeParse(given)
    if (said.success) write(type, said.data)
  }
  if (type === 'deposit.decline-refund') {
    const said = COMMAND_ARGUMENTS[type].safeParse(given)
    if (said.success) write(type, said.data)
  }
}
