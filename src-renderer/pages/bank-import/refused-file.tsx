import { Button, Group } from '@mantine/core'
import { IconFileUnknown } from '@tabler/icons-react'
import classes from '#renderer/files/mapper.module.css'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { StatePanel } from '#renderer/shell/states/state-panel.tsx'
import { ColumnMapper } from './column-mapper.tsx'
import type { FileImports, Refusal } from './file-imports.ts'
import { headerRows } from './mapping-draft.ts'

interface RefusedFileProps {
  readonly imports: FileImports
  readonly file: File
  readonly refusal: Refusal
  readonly hasMore: boolean
}

/** A file that was not read: why, and what to do about it. */
export function RefusedFile({ imports, file, refusal, hasMore }: RefusedFileProps) {
  const texts = useTexts().bankImport
  const { reason, candidates, importId } = refusal
  const rows = headerRows(candidates)
  const mapped = reason === 'unknown-layout' && importId !== null && rows.length > 0 ? importId : null
  const lead =
    reason === 'unknown-layout' && mapped === null ? texts.refused.noTable : texts.refused.reason[reason]
  return (
    <div className={classes.refused}>
      <div className={classes.why}>
        <StatePanel
          icon={<IconFileUnknown size={28} stroke={1.5} />}
          title={texts.refused.title(file.name)}
          lead={lead}
          role="alert"
        >
          <Group gap={8}>
            <Button variant="default" onClick={() => imports.next()}>
              {hasMore ? texts.done.nextFile : texts.failed.drop}
            </Button>
          </Group>
        </StatePanel>
      </div>
      {mapped === null ? null : (
        <ColumnMapper rows={rows} fileName={file.name} onMap={(mapping) => imports.map(mapped, mapping)} />
      )}
    </div>
  )
}
