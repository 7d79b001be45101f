import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { ViolationStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { ViolationRow } from '#shared/contracts/console-engine/violations.ts'

/** The columns of 违规记录. */
export function useViolationColumns(): readonly DeskColumn<ViolationRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns } = texts.violations
    return [
      {
        ...make.date<ViolationRow>('occurredOn', columns.occurredOn, ({ occurredOn }) => occurredOn),
        sortable: true,
        compact: 'when',
      },
      make.name('name', columns.name, ({ name }) => name),
      make.text('rule', columns.rule, 200, ({ ruleName }) => say(ruleName)),
      make.status(
        columns.status,
        ({ status }) => <ViolationStatusMark status={status} />,
        ({ status }) => texts.statuses.violation[status],
      ),
      {
        ...make.money<ViolationRow>('deduction', columns.deduction, ({ deduction }) =>
          deduction === 0 ? null : deduction,
        ),
        sortable: true,
        compact: 'amount',
      },
      make.date('topUpBy', columns.topUpBy, ({ topUpBy }) => topUpBy),
      make.marketplace(columns.marketplace),
      make.text('facts', columns.facts, 240, ({ facts }) => facts),
      {
        id: 'id',
        header: columns.id,
        width: 136,
        hiddenAtFirst: true,
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, say, make])
}
