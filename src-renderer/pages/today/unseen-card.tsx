import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { NotVisible } from '../../shell/states/not-visible.tsx'
import classes from './today-page.module.css'

interface UnseenCardProps {
  readonly screen: 'applications' | 'listings' | 'deposits'
  readonly kind: RecordKind
}

/** In place of the numbers of a queue that this person's role may not see. */
export function UnseenCard({ screen, kind }: UnseenCardProps) {
  const { screens } = useTexts().shell
  return (
    <div className={classes.whole}>
      <Panel title={screens[screen]}>
        <PanelNote>
          <NotVisible what={kind} />
        </PanelNote>
      </Panel>
    </div>
  )
}
