import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ShownValue } from '#renderer/values/shown-value.tsx'
import { ProposalCase } from '../proposal-case.tsx'

interface ControlCaseViewProps {
  readonly id: string
  readonly onClose: () => void
}

/** One change of a control beside the value it takes the place of. */
export function ControlCaseView({ id, onClose }: ControlCaseViewProps) {
  const texts = useTexts().rules
  const say = useBilingual()
  const query = useQuery(engine.rules.controls.get.queryOptions({ input: { id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  const { name, about, before, said } = query.data
  return (
    <ProposalCase
      kind="companyControl"
      opened={query.data}
      title={say(name)}
      facts={[{ label: texts.columns.what, value: say(about) }]}
      difference={
        <Facts
          facts={[
            [texts.before, <ShownValue key="before" value={before} />],
            [texts.after, <ShownValue key="after" value={said} />],
          ]}
        />
      }
      onClose={onClose}
    />
  )
}
