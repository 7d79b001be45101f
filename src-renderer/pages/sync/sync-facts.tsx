import { useQuery } from '@tanstack/react-query'
import type { SyncStatus } from '#shared/contracts/console-engine/sync.ts'
import { engine } from '../../engine-client/engine.ts'
import { Ago, Moment } from '../../format/instant-text.tsx'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { troubleText } from '../../i18n/outcome-text.ts'
import { SYNC_LOOKS } from '../../shell/frame/sync-looks.ts'
import { Facts } from '../../shell/page/facts.tsx'
import { Panel } from '../../shell/page/panel.tsx'
import { useSession } from '../../shell/use-session.ts'
import classes from './sync-page.module.css'

interface SyncFactsProps {
  readonly status: SyncStatus
}

/** Where sync stands, how old the data is, and what went wrong last. */
export function SyncFacts({ status }: SyncFactsProps) {
  const texts = useTexts()
  const session = useSession()
  const { icon: StateIcon, tone } = SYNC_LOOKS[status.state]
  const progress = status.snapshotProgress
  const { data: certificates } = useQuery(engine.sync.certificates.queryOptions())
  const proven = certificates?.find(({ equal }) => equal)
  return (
    <Panel title={texts.sync.state}>
      <Facts
        facts={[
          [
            texts.sync.state,
            <span key="state" className={classes.mark} data-tone={tone}>
              <StateIcon size={16} aria-hidden />
              {texts.statuses.sync[status.state]}
              {progress === null
                ? ''
                : ` · ${texts.shell.sync.snapshotProgress(texts.roles.recordKind[progress.kind], grouped(progress.records))}`}
            </span>,
          ],
          [
            texts.sync.confirmedAt,
            <span key="confirmed">
              <Moment at={status.confirmedAt} /> (<Ago at={status.confirmedAt} />)
            </span>,
          ],
          [texts.sync.position, status.position === null ? texts.format.none : grouped(status.position)],
          ...(proven === undefined
            ? []
            : [
                [
                  texts.sync.proven,
                  <span key="proven">
                    {texts.sync.at(grouped(proven.position))} · <Moment at={proven.verifiedAt} />
                  </span>,
                ] as const,
              ]),
          [texts.sync.platform, session?.platformUrl ?? texts.format.none],
          ...(status.lastError === null
            ? []
            : [[texts.sync.lastError, troubleText(texts, status.lastError)] as const]),
        ]}
      />
    </Panel>
  )
}
