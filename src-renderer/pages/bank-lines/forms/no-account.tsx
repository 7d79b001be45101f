import { Button } from '@mantine/core'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'

/** Before the first account is known: what to do, or who can do it. */
export function NoAccount({ onAdd }: { readonly onAdd: (() => void) | null }) {
  const texts = useTexts().bankLines.account
  return (
    <Empty title={texts.none} lead={onAdd === null ? texts.askApprover : texts.noneLead}>
      {onAdd === null ? null : <Button onClick={onAdd}>{texts.add}</Button>}
    </Empty>
  )
}
