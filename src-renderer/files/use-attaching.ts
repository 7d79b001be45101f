import { useEffectEvent, useState } from 'react'
import { formatBytes } from '#renderer/format/quantity.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { FILE_LIMIT_BYTES } from '#shared/contracts/console-platform/protocol.ts'
import { ATTACHMENTS_LIMIT, type Attachment } from '#shared/contracts/console-platform/records/attachment.ts'
import { attachFile } from './attach-file.ts'

/** Attaches files one after the other; what one of them is refused for is said beside its name. */
export function useAttaching(
  attachments: readonly Attachment[],
  onChange: (attachments: Attachment[]) => void,
) {
  const texts = useTexts().review.attachments
  const failure = useFailureText()
  const [waiting, setWaiting] = useState(0)
  const [troubles, setTroubles] = useState<readonly string[]>([])
  const add = useEffectEvent((attachment: Attachment) => {
    const isThere = attachments.some(
      ({ sha256, name }) => sha256 === attachment.sha256 && name === attachment.name,
    )
    if (!isThere) onChange([...attachments, attachment])
  })
  const refusalOf = (file: File, place: number): string | null => {
    if (file.size === 0) return texts.empty(file.name)
    if (file.size > FILE_LIMIT_BYTES) return texts.tooLarge(file.name, formatBytes(FILE_LIMIT_BYTES))
    return place >= ATTACHMENTS_LIMIT ? texts.tooMany(file.name, ATTACHMENTS_LIMIT) : null
  }
  const take = useEffectEvent(async (files: readonly File[]) => {
    setTroubles([])
    setWaiting((before) => before + files.length)
    for (const [index, file] of files.entries()) {
      const refusal = refusalOf(file, attachments.length + index)
      try {
        if (refusal === null) add(await attachFile(file))
        else setTroubles((before) => [...before, refusal])
      } catch (error) {
        setTroubles((before) => [...before, texts.failed(file.name, failure(error))])
      }
      setWaiting((before) => before - 1)
    }
  })
  return { waiting, troubles, take }
}
