import { Button } from '@mantine/core'
import { IconFileUnknown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../i18n/language-context.ts'
import { StatePanel } from './state-panel.tsx'

/** An address that leads nowhere. */
export function NoPage() {
  const texts = useTexts().shell.states
  return (
    <StatePanel icon={<IconFileUnknown size={28} stroke={1.5} />} title={texts.noPage}>
      <Button variant="default" renderRoot={(props) => <Link to="/today" {...props} />}>
        {texts.toToday}
      </Button>
    </StatePanel>
  )
}
