import { Button, FileButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from './supervision.module.css'

const MOST_BYTES = 200 * 1024 * 1024

interface FileHashFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (sha256: string) => void
}

/** The SHA-256 of a file: typed, or reckoned here of a file that stays where it is. */
export function FileHashField({ label, value, onChange }: FileHashFieldProps) {
  const texts = useTexts().supervision
  const [trouble, setTrouble] = useState<string | null>(null)
  const reckon = async (file: File | null) => {
    if (file === null) return
    if (file.size > MOST_BYTES) return setTrouble(texts.fileTooLarge)
    try {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
      setTrouble(null)
      onChange(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''))
    } catch {
      setTrouble(texts.hashUnavailable)
    }
  }
  return (
    <div className={classes.file}>
      <TextInput
        flex={1}
        miw={240}
        label={label}
        error={trouble}
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <FileButton onChange={(file) => void reckon(file)}>
        {(button) => (
          <Button variant="default" {...button}>
            {texts.chooseFile}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
