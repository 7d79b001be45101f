import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'

/** Asks the engine for a file and hands it to the browser. */
export function useSaving<Question>(ask: (question: Question) => Promise<ExportedFile>) {
  const words = useTexts().books
  const failureText = useFailureText()
  return useMutation({
    mutationFn: (question: Question) => ask(question),
    onSuccess: (file) => {
      saveFile(file)
      notifications.show({ message: words.exported(file.fileName) })
    },
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
}
