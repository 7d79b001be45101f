import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { StatePanel } from '#renderer/shell/states/state-panel.tsx'
import { type LineFilter, lineFilterSchema } from '#shared/contracts/console-engine/bank-lines.ts'

/** Why there are no lines here: none at all, all of them matched, or none that fit. */
export function NoLines({ filter }: { readonly filter: LineFilter }) {
  const texts = useTexts().bankLines.filter
  const all = useQuery(engine.bank.lines.totals.queryOptions({ input: lineFilterSchema.parse({}) })).data
  if (all === undefined) return null
  if (all.open + all.matched + all.takenBack === 0) {
    return (
      <Empty title={texts.none} lead={texts.noneLead}>
        <Button renderRoot={(props) => <Link to="/bank/import" {...props} />}>{texts.import}</Button>
      </Empty>
    )
  }
  const onlyOpen = filter.statuses.length === 1 && filter.statuses[0] === 'open'
  return all.open === 0 && onlyOpen ? (
    <StatePanel icon={<IconCircleCheck size={28} stroke={1.5} />} title={texts.done} lead={texts.doneLead} />
  ) : (
    <Empty title={texts.empty} />
  )
}
