import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useFileDrop } from '#renderer/files/use-file-drop.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { ANSWER_BYTES, type AnswerRead } from '#shared/contracts/console-engine/payout-batches.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { AnswerPreview } from './answer-preview.tsx'
import { answerState } from './answer-state.ts'
import classes from './payout-batches.module.css'

const COMMAND = 'payout.record-answer'

interface AnswerFormProps {
  readonly batch: PayoutBatch
  readonly forms: CaseForms
}

/** 银行回盘: reads the bank's file, shows what it says of each payment, and records what is new of it. */
export function AnswerForm({ batch, forms }: AnswerFormProps) {
  const texts = useTexts()
  const words = texts.payoutBatches.answering
  const failureText = useFailureText()
  const [read, setRead] = useState<AnswerRead | null>(null)
  const draft = forms.drafts[COMMAND]
  const reading = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > ANSWER_BYTES) throw new Error(words.tooLarge)
      const base64 = new Uint8Array(await file.arrayBuffer()).toBase64()
      const answer = await engine.payoutBatches.readAnswer.call({ id: batch.id, base64 })
      setRead(answer)
      forms.write(COMMAND, answer.kind === 'read' ? recorded(batch, answer, file.name) : undefined)
    },
  })
  const choose = (file: File | null | undefined) => {
    if (file != null) reading.mutate(file)
  }
  const input = useRef<HTMLInputElement>(null)
  const open = () => input.current?.click()
  useKeys([{ means: 'open-files', label: words.choose, run: open }])
  const isOver = useFileDrop(([file]) => choose(file))
  const given = COMMAND_ARGUMENTS[COMMAND].safeParse(draft)
  const blocked = draft === undefined ? words.choseNone : draft.answers.length === 0 ? words.nothingNew : null
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing[COMMAND]}
      lead={words.lead}
      submitLabel={texts.commands.doing[COMMAND]}
      blocked={blocked}
      onSubmit={() => given.success && forms.submit(COMMAND, given.data)}
    >
      <div className={classes.choose} data-over={isOver}>
        <input
          ref={input}
          type="file"
          accept=".xml,.xls,.xlsx,.csv"
          hidden
          aria-label={words.choose}
          onChange={(event) => {
            choose(event.currentTarget.files?.[0])
            // So that the same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
        <Button
          variant="default"
          leftSection={<IconFileUpload size={15} aria-hidden />}
          rightSection={<KeyHint means="open-files" />}
          loading={reading.isPending}
          onClick={open}
        >
          {words.choose}
        </Button>
        <span>{draft?.fileName}</span>
      </div>
      {reading.isError ? (
        <p className={classes.failed} role="alert">
          {reading.error.message === words.tooLarge ? words.tooLarge : failureText(reading.error)}
        </p>
      ) : null}
      <Refused read={read} />
      {draft === undefined ? null : (
        <AnswerPreview
          batch={batch}
          answers={draft.answers}
          isKnown={batch.answers.some(({ fileHash }) => fileHash === draft.fileHash)}
          remarks={read?.kind === 'read' ? read.remarks : []}
        />
      )}
    </CommandForm>
  )
}

/** What goes on record of an answer: what it says anew. */
function recorded(
  { payments }: PayoutBatch,
  { fileHash, answers }: Extract<AnswerRead, { kind: 'read' }>,
  fileName: string,
): CommandArguments<typeof COMMAND> {
  const byId = new Map(payments.map((payment) => [payment.endToEndId, payment]))
  const isNew = (answer: (typeof answers)[number]) => {
    const payment = byId.get(answer.endToEndId)
    const state = payment === undefined ? 'silent' : answerState(payment, answer)
    return state === 'fresh' || state === 'changed'
  }
  return { fileHash, fileName: fileName.slice(-255), answers: answers.filter(isNew) }
}

/** Why a file is not the bank's answer to this batch. */
function Refused({ read }: { readonly read: AnswerRead | null }) {
  const words = useTexts().payoutBatches.answering
  const say = useBilingual()
  if (read === null || read.kind === 'read') return null
  return (
    <p className={classes.failed} role="alert">
      {read.kind === 'refused' ? say(read.why) : words.another}{' '}
      {read.kind === 'another-batch' && read.batch !== null ? (
        <RecordLink kind="payoutBatch" id={read.batch.id}>
          {words.open(read.batch.number)}
        </RecordLink>
      ) : null}
    </p>
  )
}
