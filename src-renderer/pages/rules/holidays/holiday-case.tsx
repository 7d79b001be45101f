import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { PanelNote } from '#renderer/shell/page/panel.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ProposalCase } from '../proposal-case.tsx'
import { DayDifferences } from './day-differences.tsx'

interface HolidayCaseViewProps {
  readonly id: string
  readonly onClose: () => void
}

/** One imported table with the days it changes. */
export function HolidayCaseView({ id, onClose }: HolidayCaseViewProps) {
  const texts = useTexts().rules
  const query = useQuery(engine.rules.holidays.get.queryOptions({ input: { id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  const { proposal, differences, isCounted } = query.data
  return (
    <ProposalCase
      kind="holidayTable"
      opened={query.data}
      title={texts.holidays.ofYear(String(proposal.year))}
      facts={[
        { label: texts.file.name, value: proposal.fileName },
        { label: texts.file.hash, value: proposal.fileHash.slice(0, 12) },
      ]}
      difference={
        isCounted ? (
          <PanelNote>{texts.holidays.counted}</PanelNote>
        ) : (
          <DayDifferences differences={differences} />
        )
      }
      shown="case"
      onClose={onClose}
    />
  )
}
