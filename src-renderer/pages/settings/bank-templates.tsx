import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { KeptTemplates } from './kept-templates.tsx'

/** The column mappings people drew up for files of banks; each can be renamed or forgotten. */
export function BankTemplates() {
  const texts = useTexts().bankTemplates.kept
  const queries = useQueryClient()
  const kept = useQuery(engine.bank.mappings.list.queryOptions())
  const onSuccess = () => queries.invalidateQueries({ queryKey: engine.bank.mappings.list.key() })
  const rename = useMutation(engine.bank.mappings.rename.mutationOptions({ onSuccess }))
  const forget = useMutation(engine.bank.mappings.forget.mutationOptions({ onSuccess }))
  return <KeptTemplates texts={texts} kept={kept} forget={forget} rename={rename} />
}
