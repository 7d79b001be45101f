import { IconPlugConnectedX } from '@tabler/icons-react'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useLineState } from '../engine-client/use-line-state.ts'
import { useTexts } from '../i18n/language-context.ts'
import { BrokenJournalCard } from './broken-journal.tsx'
import { Frame } from './frame/frame.tsx'
import { RecoveryCodes } from './sign-in/recovery-codes.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { LateLoader } from './states/late-loader.tsx'
import { StatePanel } from './states/state-panel.tsx'
import { useSession } from './use-session.ts'

/** The desk: nothing without its engine, the sign-in screen without a person, else the frame with a screen in it. */
export function Desk() {
  const session = useSession()
  const line = useLineState()
  const texts = useTexts().shell.states
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>([])
  useOwnAddress(session?.account?.id ?? null)
  if (session === null && line === 'gone') {
    return (
      <StatePanel
        icon={<IconPlugConnectedX size={28} stroke={1.5} />}
        title={texts.engineGone}
        lead={texts.engineGoneLead}
        role="alert"
      />
    )
  }
  if (session === null) return <LateLoader />
  if (recoveryCodes.length > 0)
    return <RecoveryCodes codes={recoveryCodes} onDone={() => setRecoveryCodes([])} />
  if (session.account === null) return <SignIn session={session} onRecoveryCodes={setRecoveryCodes} />
  if (session.brokenJournal !== null)
    return <BrokenJournalCard broken={session.brokenJournal} account={session.account} />
  return (
    <Frame account={session.account} engineGone={line === 'gone'}>
      <Outlet />
    </Frame>
  )
}

/** Whose address it was last: a filter may name what another person looked at. */
let lastPerson: string | null = null

/** Another person begins on Today, not where the one before was. */
function useOwnAddress(person: string | null): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (person === null) return
    const isAnother = lastPerson !== null && lastPerson !== person
    lastPerson = person
    if (isAnother) void navigate({ to: '/today', replace: true })
  }, [person, navigate])
}
