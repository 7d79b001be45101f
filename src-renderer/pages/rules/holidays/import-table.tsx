import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ulid } from 'ulid'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { NOTE_LIMIT } from '#renderer/review/vendor-note.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { COMMAND_ARGUMENTS, NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import type { ChosenFile } from '../chosen-file.ts'
import { ProblemList } from '../problem-list.tsx'
import classes from '../rules.module.css'
import { DayDifferences } from './day-differences.tsx'

interface ImportTableProps {
  readonly file: ChosenFile
  readonly earliest: string
  /** With the id of the proposal where one was made. */
  readonly onClose: (id: string | null) => void
}

/** A chosen file as a year's holidays: what is wrong with it, or which days it changes and the way to propose it. */
export function ImportTable({ file, earliest, onClose }: ImportTableProps) {
  const texts = useTexts().rules
  const words = texts.holidays
  const { decide, deciding, refusal } = useDecide()
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState(earliest)
  const check = useQuery(engine.rules.holidays.check.queryOptions({ input: { text: file.text } }))
  if (check.isPending) return <LateLoader />
  if (check.isError) return <Failed error={check.error} reset={() => void check.refetch()} />
  const { problems, checked } = check.data
  const troubles = (checked?.troubles ?? []).map(({ date, trouble }) => ({
    ...{ place: date, message: words.trouble[trouble] },
  }))
  if (checked === null || troubles.length > 0) {
    return (
      <div className={classes.list}>
        <ProblemList title={words.noTable(file.name)} problems={[...problems, ...troubles]} />
      </div>
    )
  }
  const { fileHash, table, year } = checked
  const given = COMMAND_ARGUMENTS['calendar.import'].safeParse({
    ...{ fileName: file.name, fileHash, table, from, reason },
  })
  const complete = given.success && from >= earliest
  const title = words.ofYear(String(year))
  const submit = async () => {
    if (!given.success) return
    const recordId = ulid()
    const pending = await decide({
      type: 'calendar.import',
      ...{ recordId, recordTitle: title, expectedVersion: NOT_YET_THERE },
      ...{ seenDigest: null, arguments: given.data, replaces: null },
    })
    if (pending !== null) onClose(recordId)
  }
  return (
    <div className={classes.list}>
      <CommandForm
        place={{ deciding, refusal, close: () => onClose(null) }}
        title={words.importOf(title)}
        lead={checked.isKnown ? words.known : words.unknown}
        submitLabel={words.submit}
        blocked={complete ? null : texts.incomplete}
        onSubmit={() => void submit()}
        alone
      >
        <TextInput
          type="date"
          label={texts.columns.from}
          description={words.fromLead(earliest)}
          min={earliest}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
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
      <DayDifferences differences={checked.differences} />
    </div>
  )
}
