import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'

/** What of the production interfaces asks for somebody this month. */
export function CallsCard() {
  const words = useTexts().interfaceCalls
  const counts = useQuery(engine.interfaceCalls.counts.queryOptions()).data
  if (counts === undefined) return null
  const { delist, repeats, updates } = counts
  const said = [
    ...(delist === 0 ? [] : [words.todayDelist(delist)]),
    ...(repeats === 0 ? [] : [words.todayRepeats(repeats)]),
    ...(updates === 0 ? [] : [words.todayUpdates(updates)]),
  ]
  return (
    <Panel title={words.today} aside={<Link to="/interface-calls">{words.health}</Link>}>
      <PanelNote>{said.length === 0 ? words.todayFine : said.join(' · ')}</PanelNote>
    </Panel>
  )
}
