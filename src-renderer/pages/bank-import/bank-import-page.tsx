import { Text } from '@mantine/core'
import { DropVeil } from '#renderer/files/drop-veil.tsx'
import { useFileDrop } from '#renderer/files/use-file-drop.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { FailedFile } from './failed-file.tsx'
import type { FileImports, Stage } from './file-imports.ts'
import { PreviewFile } from './preview-file.tsx'
import { ReadingFile } from './reading-file.tsx'
import { RefusedFile } from './refused-file.tsx'
import { Start } from './start.tsx'
import { useFileImports } from './use-file-imports.ts'

/** 导入流水: files in, one after the other; each is read, proven and shown before anything is written. */
export function BankImportPage() {
  const texts = useTexts()
  const { imports, state } = useFileImports()
  const give = (files: readonly File[]) => imports.give(files)
  const isOver = useFileDrop(give)
  const { stage, waiting } = state
  return (
    <DepositPage
      title={texts.shell.screens.import}
      aside={
        waiting.length === 0 ? null : (
          <Text size="sm" c="dimmed" role="status">
            {texts.bankImport.queue(grouped(waiting.length))}
          </Text>
        )
      }
      actions={stage.kind === 'idle' ? null : <ChooseFiles filled={false} onFiles={give} />}
    >
      <StageView imports={imports} stage={stage} hasMore={waiting.length > 0} />
      {isOver ? (
        <DropVeil over={texts.bankImport.drop.over} overLead={texts.bankImport.drop.overLead} />
      ) : null}
    </DepositPage>
  )
}

interface StageViewProps {
  readonly imports: FileImports
  readonly stage: Stage
  readonly hasMore: boolean
}

function StageView({ imports, stage, hasMore }: StageViewProps) {
  switch (stage.kind) {
    case 'idle':
      return <Start onFiles={(files) => imports.give(files)} />
    case 'reading':
      return <ReadingFile file={stage.file} progress={stage.progress} onCancel={() => imports.next()} />
    case 'read':
      return <PreviewFile key={stage.preview.importId} imports={imports} stage={stage} hasMore={hasMore} />
    case 'refused':
      return <RefusedFile imports={imports} file={stage.file} refusal={stage.refusal} hasMore={hasMore} />
    case 'failed':
      return <FailedFile error={stage.error} onAgain={() => imports.again()} onDrop={() => imports.next()} />
  }
}
