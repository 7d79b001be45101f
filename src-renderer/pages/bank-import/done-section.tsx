import { Button, Group } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { accountName } from '#renderer/format/account-name.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { StatePanel } from '#renderer/shell/states/state-panel.tsx'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'

interface DoneSectionProps {
  readonly section: ImportSection
  /** Its new lines. */
  readonly imported: number
  readonly next: { readonly label: string; readonly run: () => void }
}

/** What was submitted, and where to go from here. */
export function DoneSection({ section: { account }, imported, next }: DoneSectionProps) {
  const texts = useTexts().bankImport.done
  if (account === null) return null
  return (
    <StatePanel
      icon={<IconCircleCheck size={28} stroke={1.5} />}
      title={texts.title(grouped(imported))}
      lead={texts.lead(accountName(account))}
    >
      <Group gap={8}>
        <Button
          autoFocus
          renderRoot={(props) => (
            <Link to="/bank/lines" search={{ accounts: [account.id], statuses: ['open'] }} {...props} />
          )}
        >
          {texts.workbench}
        </Button>
        <Button variant="default" onClick={next.run}>
          {next.label}
        </Button>
      </Group>
    </StatePanel>
  )
}
