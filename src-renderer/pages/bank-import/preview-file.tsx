import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import classes from '#renderer/files/preview.module.css'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DoneSection } from './done-section.tsx'
import { type FileImports, openSection, type Stage } from './file-imports.ts'
import { PreviewSection } from './preview-section.tsx'

interface PreviewFileProps {
  readonly imports: FileImports
  readonly stage: Extract<Stage, { kind: 'read' }>
  /** Another file waits. */
  readonly hasMore: boolean
}

/** A file that was read: its accounts one by one, each to be imported or left. */
export function PreviewFile({ imports, stage, hasMore }: PreviewFileProps) {
  const texts = useTexts().bankImport
  const { preview, applied } = stage
  const { sections } = preview
  const [chosen, setChosen] = useState(0)
  const section = sections[chosen] ?? sections[0]
  if (section === undefined) return null
  const imported = applied.get(section.index)
  const nextOpen = openSection(stage)
  return (
    <div className={classes.file}>
      {sections.length < 2 ? null : (
        <nav className={classes.sections} aria-label={texts.sections}>
          <SegmentedControl
            aria-label={texts.sections}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value))}
            data={sections.map(({ index, head }, at) => ({
              value: String(at),
              label: [
                head.account ?? texts.section(String(at + 1)),
                head.currency === null || head.currency === 'CNY' ? '' : head.currency,
                applied.has(index) ? `(${texts.sectionDone})` : '',
              ]
                .filter((part) => part !== '')
                .join(' '),
            }))}
          />
        </nav>
      )}
      {imported === undefined ? (
        <PreviewSection
          key={`${section.index} ${section.account?.id}`}
          imports={imports}
          preview={preview}
          section={section}
        />
      ) : (
        <DoneSection
          section={section}
          imported={imported}
          next={
            nextOpen >= 0
              ? { label: texts.done.nextSection, run: () => setChosen(nextOpen) }
              : { label: hasMore ? texts.done.nextFile : texts.done.another, run: () => imports.next() }
          }
        />
      )}
    </div>
  )
}
