import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ProposalCase } from '../proposal-case.tsx'
import { PackDifferences } from './pack-difference.tsx'
import { troubleWords } from './pack-troubles.ts'

interface PackCaseViewProps {
  readonly id: string
  readonly onClose: () => void
}

/** One proposed pack beside the one it takes the place of. */
export function PackCaseView({ id, onClose }: PackCaseViewProps) {
  const texts = useTexts().rules
  const say = useBilingual()
  const query = useQuery(engine.rules.packs.get.queryOptions({ input: { id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  const { proposal, marketplaceName, troubles } = query.data
  return (
    <ProposalCase
      kind="policyPack"
      opened={query.data}
      title={`${say(marketplaceName)} ${proposal.packVersion}`}
      facts={[
        { label: texts.file.name, value: proposal.fileName },
        { label: texts.file.hash, value: proposal.fileHash.slice(0, 12) },
        ...troubles.map((trouble) => ({
          ...{ id: trouble.code, label: texts.packs.trouble.title },
          value: troubleWords(trouble, texts.packs.trouble),
        })),
      ]}
      difference={<PackDifferences compared={query.data} />}
      shown="case"
      onClose={onClose}
    />
  )
}
