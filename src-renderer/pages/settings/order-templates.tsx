import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { KeptTemplates } from './kept-templates.tsx'

/** The column mappings people drew up for files of orders; each can be renamed or forgotten. */
export function OrderTemplates() {
  const { bankTemplates, orderImport } = useTexts()
  const queries = useQueryClient()
  const kept = useQuery(engine.orders.mappings.list.queryOptions())
  const onSuccess = () => queries.invalidateQueries({ queryKey: engine.orders.mappings.list.key() })
  const rename = useMutation(engine.orders.mappings.rename.mutationOptions({ onSuccess }))
  const forget = useMutation(engine.orders.mappings.forget.mutationOptions({ onSuccess }))
  return (
    <KeptTemplates
      texts={{ ...bankTemplates.kept, ...orderImport.kept }}
      kept={kept}
      forget={forget}
      rename={rename}
    />
  )
}
