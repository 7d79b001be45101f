import { Button, Progress } from '@mantine/core'
import classes from '#renderer/files/drop.module.css'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type { ImportProgress } from '#shared/contracts/console-engine/bank-imports.ts'

interface ReadingFileProps {
  readonly file: File
  readonly progress: ImportProgress
  readonly onCancel: () => void
}

/** How far the reading of a file is, and the way out. */
export function ReadingFile({ file, progress, onCancel }: ReadingFileProps) {
  const texts = useTexts().bankImport.reading
  const percent = Math.floor(progress.share / 10)
  const step = texts.step[progress.step]
  useKeys([{ means: 'close', label: texts.cancel, run: onCancel }])
  return (
    <section className={classes.reading} aria-label={texts.title(file.name)}>
      <h2>{texts.title(file.name)}</h2>
      <Progress.Root size={8} className={classes.bar ?? ''}>
        <Progress.Section value={percent} aria-label={step} />
      </Progress.Root>
      <p className={classes.step}>
        <span role="status">{step}</span>
        <span>{percent}%</span>
      </p>
      <Button variant="default" onClick={onCancel}>
        {texts.cancel}
      </Button>
    </section>
  )
}
