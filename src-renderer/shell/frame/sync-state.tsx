import { IconArrowBack, IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '../../engine-client/engine.ts'
import { Ago } from '../../format/instant-text.tsx'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import classes from './frame.module.css'
import { SYNC_LOOKS } from './sync-looks.ts'

/** On every screen: where sync stands, how old the data is, what is pending, what came back. */
export function SyncState() {
  const texts = useTexts()
  const { data: status } = useQuery(engine.sync.status.queryOptions())
  if (status === undefined) return null
  const { icon: StateIcon, tone } = SYNC_LOOKS[status.state]
  const progress = status.snapshotProgress
  return (
    <Link
      to="/sync"
      className={classes.sync}
      title={status.state === 'offline' ? texts.shell.states.offline : texts.shell.sync.open}
    >
      <span className={classes.syncPart} data-tone={tone}>
        <StateIcon size={16} aria-hidden />
        {texts.statuses.sync[status.state]}
      </span>
      {progress === null ? (
        <span className={classes.syncPart} data-tone="calm">
          {texts.shell.sync.age('')}
          <Ago at={status.confirmedAt} />
        </span>
      ) : (
        <span className={classes.syncPart} data-tone="calm">
          {texts.shell.sync.snapshotProgress(
            texts.roles.recordKind[progress.kind],
            grouped(progress.records),
          )}
        </span>
      )}
      {status.outboxWaiting === 0 ? null : (
        <span className={classes.syncPart} data-tone="warn">
          <IconClock size={14} aria-hidden />
          {texts.shell.sync.pending(status.outboxWaiting)}
        </span>
      )}
      {status.returned === 0 ? null : (
        <span className={classes.syncPart} data-tone="bad">
          <IconArrowBack size={14} aria-hidden />
          {texts.shell.sync.returned(status.returned)}
        </span>
      )}
    </Link>
  )
}
