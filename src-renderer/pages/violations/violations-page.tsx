import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { StatusFilters } from '#renderer/queue/status-filters.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { violationFilterOf } from '#renderer/routes/search.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { VIOLATION_STATUSES } from '#shared/contracts/console-platform/records/violation.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { RecordViolationForm } from './record-violation-form.tsx'
import { ReturnedViolations } from './returned-violations.tsx'
import { ViolationCaseView } from './violation-case.tsx'
import { useViolationColumns } from './violation-columns.tsx'

/** 违规记录: what providers broke, what was ruled, and what came of it. A new one is written in place of the case. */
export function ViolationsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/violations' })
  const roles = useAccount()?.roles ?? []
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const queue = useQueue({
    kind: 'violation',
    address: '/violations',
    search,
    filter: violationFilterOf(search),
    firstSort: 'occurredOn',
    lastFirst: true,
    list: engine.violations.list,
    exported: engine.violations.export,
  })
  const { change } = queue
  const mayRecord = mayCommand(roles, 'violation.record')
  const close = () => {
    setAgain(null)
    change({ record: undefined })
  }
  const isWriting = mayRecord && (again !== null || search.record !== undefined)
  return (
    <QueueFrame
      queue={queue}
      frame={DepositPage}
      name="violations"
      title={texts.shell.screens.violations}
      columns={useViolationColumns()}
      empty={<Empty title={texts.violations.nothing} lead={texts.violations.nothingLead} />}
      actions={
        mayRecord ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => change({ record: '' })}
          >
            {texts.commands.doing['violation.record']}
          </Button>
        ) : null
      }
      filters={
        <>
          <ReturnedViolations onAgain={setAgain} />
          <StatusFilters
            filter={queue.filter}
            statuses={VIOLATION_STATUSES}
            words={texts.statuses.violation}
            columns={texts.violations.columns}
            placeholder={texts.violations.filterText}
            onChange={change}
          />
        </>
      }
      beside={
        isWriting ? (
          <RecordViolationForm
            key={again?.commandId ?? search.record}
            returned={again}
            providerId={search.record ?? ''}
            onClose={close}
          />
        ) : null
      }
    >
      {(open) => <ViolationCaseView {...open} />}
    </QueueFrame>
  )
}
