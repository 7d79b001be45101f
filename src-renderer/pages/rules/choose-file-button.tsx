import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileUpload } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { type ChosenFile, readChosen } from './chosen-file.ts'

interface ChooseFileButtonProps {
  readonly label: string
  readonly accept: string
  readonly onChoose: (file: ChosenFile) => void
}

/** Lets a file be chosen and hands its text on. */
export function ChooseFileButton({ label, accept, onChoose }: ChooseFileButtonProps) {
  const texts = useTexts().rules.file
  const choose = async (file: File | null) => {
    if (file === null) return
    const chosen = await readChosen(file)
    if (chosen === null) notifications.show({ color: 'red', message: texts.unreadable })
    else onChoose(chosen)
  }
  return (
    <FileButton accept={accept} onChange={(file) => void choose(file)}>
      {(props) => (
        <Button {...props} leftSection={<IconFileUpload size={15} aria-hidden />}>
          {label}
        </Button>
      )}
    </FileButton>
  )
}
