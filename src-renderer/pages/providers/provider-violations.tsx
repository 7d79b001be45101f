import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ViolationRow } from '#shared/contracts/console-engine/violations.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { ViolationStatusMark } from '../../shell/status/status-mark.tsx'
import { useAccount } from '../../shell/use-session.ts'
import classes from './providers.module.css'
import { RecordList } from './record-list.tsx'

interface ProviderViolationsProps {
  readonly providerId: string
  readonly violations: readonly ViolationRow[]
}

/** What a vendor broke, each a way to its case; who may records another. */
export function ProviderViolations({ providerId, violations }: ProviderViolationsProps) {
  const texts = useTexts()
  const say = useBilingual()
  const mayRecord = mayCommand(useAccount()?.roles ?? [], 'violation.record')
  return (
    <RecordList
      kind="violation"
      title={texts.violations.ofProvider}
      rows={violations}
      none={texts.violations.none}
      foot={
        mayRecord ? (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/violations" search={{ record: providerId }} {...props} />}
          >
            {texts.violations.record}
          </Anchor>
        ) : null
      }
    >
      {(row) => (
        <RecordLink key={row.id} kind="violation" id={row.id} className={classes.line}>
          <span className={classes.lineName}>{say(row.ruleName)}</span>
          <span className={classes.lineStatus}>
            <ViolationStatusMark status={row.status} />
          </span>
          <span className={classes.lineClock}>{row.deduction === 0 ? '' : formatYuan(-row.deduction)}</span>
          <span className={classes.lineDate}>{row.occurredOn}</span>
        </RecordLink>
      )}
    </RecordList>
  )
}
