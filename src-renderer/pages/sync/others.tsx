import { useQuery } from '@tanstack/react-query'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'

/** Whose decisions lie on this computer and were not delivered; nothing where there are none. */
export function Others() {
  const texts = useTexts().sync
  const { data = [] } = useQuery(engine.sync.others.queryOptions())
  if (data.length === 0) return null
  return (
    <Panel title={texts.others} lead={texts.othersLead}>
      {data.map(({ name, waiting, returned }) => (
        <PanelNote key={name}>{texts.othersHave(name, waiting, returned)}</PanelNote>
      ))}
    </Panel>
  )
}
