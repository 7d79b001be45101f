import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '../../i18n/language-context.ts'
import { StatePanel } from './state-panel.tsx'

const PATIENCE_MS = 150

/** A spinner for what takes long enough to be worth one. */
export function LateLoader() {
  const texts = useTexts().shell.states
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), PATIENCE_MS)
    return () => window.clearTimeout(timer)
  }, [])
  return late ? <StatePanel icon={<Loader size={20} />} title={texts.loading} /> : null
}
