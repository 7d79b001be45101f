import { UnstyledButton } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { EMPTY_MATCH } from '#renderer/review/forms/drafts.ts'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import shared from '../bank-lines.module.css'
import classes from '../candidates/cards.module.css'
import { ReasonList } from '../candidates/reason-list.tsx'
import type { MatchFormProps } from '../candidates/use-line-plan.ts'
import { lineName, whereWords } from '../line-where.ts'
import { SignedAmount } from '../signed-amount.tsx'

/** Links a 退汇 or 冲正 to the line it takes back: one of the account with the same amount the other way. */
export function ReturnForm({ line, plan, forms }: MatchFormProps) {
  const all = useTexts()
  const texts = all.bankLines.return
  const draft = forms.drafts['deposit.match'] ?? EMPTY_MATCH
  const candidates = plan.candidates.flatMap((each) => (each.kind === 'return' ? [each] : []))
  const chosen = draft.original ?? candidates[0]?.line.id ?? null
  const same = useQuery(
    engine.bank.lines.list.queryOptions({
      input: {
        filter: {
          accounts: [line.accountId],
          directions: [line.direction === 'in' ? 'out' : 'in'],
          text: plainYuan(line.amount),
        },
        sort: { column: 'chronology', descending: true },
        after: null,
        limit: WINDOW_LIMIT,
      },
    }),
  )
  const reasons = new Map(candidates.map((candidate) => [candidate.line.id, candidate.reasons]))
  const others = (same.data?.rows ?? []).filter(
    (row) => row.amount === line.amount && row.status !== 'taken-back' && !reasons.has(row.id),
  )
  const originals = [
    ...candidates.map((candidate) => ({
      ...candidate.line,
      suggestion: null,
      confidence: null,
      pending: null,
    })),
    ...others,
  ]
  return (
    <CommandForm
      place={forms}
      title={texts.title}
      lead={texts.lead}
      submitLabel={texts.submit}
      blocked={chosen === null ? (originals.length === 0 ? texts.none : texts.choose) : null}
      onSubmit={() => {
        if (chosen === null) return
        const target = { kind: 'return', lineId: chosen } as const
        const part = { target, amount: line.amount, reasons: [...(reasons.get(chosen) ?? [])] }
        forms.submit('deposit.match', { parts: [part], note: draft.note })
      }}
    >
      <ul className={classes.cards} aria-label={texts.original}>
        {originals.map((row) => {
          const Icon = row.id === chosen ? IconCircleCheck : IconCircleDashed
          return (
            <li key={row.id} className={classes.card} data-chosen={row.id === chosen}>
              <UnstyledButton
                className={classes.choose ?? ''}
                aria-pressed={row.id === chosen}
                onClick={() => forms.write('deposit.match', { ...draft, original: row.id })}
              >
                <Icon className={classes.mark} size={16} stroke={1.75} aria-hidden />
                <span>{row.bookedOn}</span>
                <span className={classes.title}>{lineName(row, all.bankLines)}</span>
                <SignedAmount direction={row.direction} amount={row.amount} />
              </UnstyledButton>
              <div className={classes.about}>
                <span className={shared.quiet}>
                  {all.statuses.bankLine[row.status]}
                  {row.status === 'open' ? '' : ` · ${whereWords(row, all.bankLines)}`}
                </span>
              </div>
              <ReasonList reasons={reasons.get(row.id) ?? []} />
            </li>
          )
        })}
      </ul>
    </CommandForm>
  )
}
