import { useState } from 'react'
import classes from '#renderer/files/preview.module.css'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { AcceptList } from './accept-list.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { EffectPart } from './effect-part.tsx'
import type { FileImports, ReadPreview } from './file-imports.ts'
import { HeadPart } from './head-part.tsx'
import { PreviewLines } from './preview-lines.tsx'
import { ProofPart } from './proof-part.tsx'
import { SkippedPart } from './skipped-part.tsx'
import { useApply } from './use-apply.tsx'

interface PreviewSectionProps {
  readonly imports: FileImports
  readonly preview: ReadPreview
  readonly section: ImportSection
}

/** One account of a file: what it says, what proves it, what importing does, and the button that does it. */
export function PreviewSection({ imports, preview, section }: PreviewSectionProps) {
  const { skipped } = section.head
  const hasMattering = skipped.matter > 0
  const [accepted, setAccepted] = useState<readonly Acceptable[]>([])
  const [matchAutomatically, setAutomatic] = useState(true)
  const { apply, applying } = useApply(imports, preview.importId, section)
  return (
    <div className={classes.section}>
      <div className={classes.parts}>
        <div className={classes.said}>
          <HeadPart imports={imports} preview={preview} section={section} />
          {hasMattering ? <SkippedPart skipped={skipped} /> : null}
          <EffectPart section={section} matchAutomatically={matchAutomatically} />
          <ProofPart section={section} />
          {hasMattering ? null : <SkippedPart skipped={skipped} />}
        </div>
        <PreviewLines importId={preview.importId} section={section} />
      </div>
      <AcceptList section={section} accepted={accepted} onChange={setAccepted} />
      <ApplyBar
        section={section}
        remaining={section.toAccept.filter((each) => !accepted.includes(each)).length}
        matchAutomatically={matchAutomatically}
        onAutomatic={setAutomatic}
        applying={applying}
        onApply={() => apply({ accepted: [...accepted], matchAutomatically })}
        onCancel={() => imports.next()}
      />
    </div>
  )
}
