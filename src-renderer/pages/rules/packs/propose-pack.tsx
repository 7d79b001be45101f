import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ulid } from 'ulid'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { COMMAND_ARGUMENTS, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import type { ChosenFile } from '../chosen-file.ts'
import { ProblemList } from '../problem-list.tsx'
import classes from '../rules.module.css'
import { PackDifferences } from './pack-difference.tsx'
import { troubleWords } from './pack-troubles.ts'

interface ProposePackProps {
  readonly file: ChosenFile
  /** With the id of the proposal where one was made. */
  readonly onClose: (id: string | null) => void
}

/** A chosen file as a pack: what is wrong with it, or what it would change and the way to propose it. */
export function ProposePack({ file, onClose }: ProposePackProps) {
  const texts = useTexts().rules
  const say = useBilingual()
  const { decide, deciding, refusal } = useDecide()
  const [reason, setReason] = useState('')
  const check = useQuery(engine.rules.packs.check.queryOptions({ input: { text: file.text } }))
  if (check.isPending) return <LateLoader />
  if (check.isError) return <Failed error={check.error} reset={() => void check.refetch()} />
  const { problems, checked } = check.data
  if (checked === null) {
    return (
      <div className={classes.list}>
        <ProblemList title={texts.packs.noPack(file.name)} problems={problems} />
      </div>
    )
  }
  const { fileHash, pack, troubles } = checked
  const given = COMMAND_ARGUMENTS['policy.propose'].safeParse({ fileName: file.name, fileHash, pack, reason })
  const [trouble] = troubles
  const blocked =
    trouble === undefined
      ? given.success
        ? null
        : texts.incomplete
      : troubleWords(trouble, texts.packs.trouble)
  const title = `${say(checked.name)} ${checked.version}`
  const submit = async () => {
    if (!given.success) return
    const recordId = ulid()
    const pending = await decide({
      type: 'policy.propose',
      ...{ recordId, recordTitle: title, expectedVersion: NOT_YET_THERE },
      ...{ seenDigest: null, arguments: given.data, replaces: null },
    })
    if (pending !== null) onClose(recordId)
  }
  return (
    <div className={classes.list}>
      <CommandForm
        place={{ deciding, refusal, close: () => onClose(null) }}
        title={texts.packs.proposeOf(title)}
        lead={texts.packs.from(checked.effectiveFrom)}
        submitLabel={texts.packs.submit}
        blocked={blocked}
        onSubmit={() => void submit()}
        alone
      >
        <Textarea
          label={texts.columns.reason}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={NOTE_LIMIT}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </CommandForm>
      <PackDifferences compared={checked} />
    </div>
  )
}
