import { IconFileImport } from '@tabler/icons-react'
import classes from '#renderer/files/drop.module.css'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel } from '#renderer/shell/page/panel.tsx'
import { AccountList } from './account-list.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { SampleFiles } from './sample-files.tsx'

interface StartProps {
  readonly onFiles: (files: readonly File[]) => void
}

/** Before the first file: where to put it, what will happen, and what is here already. */
export function Start({ onFiles }: StartProps) {
  const { drop } = useTexts().bankImport
  return (
    <div className={classes.scroll}>
      <div className={classes.start}>
        <section className={classes.place}>
          <IconFileImport size={36} stroke={1.5} aria-hidden />
          <h2>{drop.title}</h2>
          <p>{drop.lead}</p>
          <p>{drop.again}</p>
          <ChooseFiles filled onFiles={onFiles} />
        </section>
        <Panel title={drop.formats} lead={drop.byContent}>
          <ul className={classes.formats}>
            <li>{drop.tables}</li>
            <li>{drop.messages}</li>
            <li>{drop.others}</li>
          </ul>
        </Panel>
        <SampleFiles />
        <AccountList />
      </div>
    </div>
  )
}
