import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'

interface ChooseFilesProps {
  /** It is the likely next step. */
  readonly filled: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** The file dialog. It offers every file: banks and colleagues name them as they like. */
export function ChooseFiles({ filled, onFiles }: ChooseFilesProps) {
  const texts = useTexts().bankImport
  const input = useRef<HTMLInputElement>(null)
  const open = () => input.current?.click()
  useKeys([{ means: 'open-files', label: texts.choose, run: open }])
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={texts.choose}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          // So that the same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <Button
        variant={filled ? 'filled' : 'default'}
        leftSection={<IconFileImport size={15} aria-hidden />}
        rightSection={<KeyHint means="open-files" />}
        onClick={open}
      >
        {texts.choose}
      </Button>
    </>
  )
}
