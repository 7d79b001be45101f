import { Button, TextInput } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { seesPersonalData } from '#shared/contracts/console-platform/visibility.ts'
import { engine } from '../../engine-client/engine.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel } from '../../shell/page/panel.tsx'
import { useAccount } from '../../shell/use-session.ts'
import { LabelledValues } from '../../values/labelled-values.tsx'
import { CaseSection } from '../case-section.tsx'
import classes from './reveal-panel.module.css'

/** As the platform asks it. */
const SHORTEST_REASON = 4

interface RevealProps {
  readonly kind: RecordKind
  readonly id: string
}

/** Personal data of a record, as a panel of its page; nothing for who has it in the clear. */
export function RevealPanel(props: RevealProps) {
  const { title } = useTexts().lookUp.reveal
  const isCut = !seesPersonalData(useAccount()?.roles ?? [])
  if (!isCut) return null
  return (
    <Panel title={title}>
      <div className={classes.panel}>
        <Reveal {...props} />
      </div>
    </Panel>
  )
}

/** The same as a part of its case, or of another that it is beside, which then says whose it is. */
export function RevealSection({ title: own, ...props }: RevealProps & { readonly title?: string }) {
  const { title } = useTexts().lookUp.reveal
  const isCut = !seesPersonalData(useAccount()?.roles ?? [])
  if (!isCut) return null
  return (
    <CaseSection title={own ?? title}>
      <Reveal {...props} />
    </CaseSection>
  )
}

/**
 * What is cut from this copy, for a reason that the audit log keeps. It is on screen while its page is, and nowhere else.
 */
function Reveal({ kind, id }: RevealProps) {
  const words = useTexts().lookUp.reveal
  const failureText = useFailureText()
  const [reason, setReason] = useState('')
  const reveal = useMutation(engine.reveal.mutationOptions({ gcTime: 0 }))
  const given = reason.trim()
  if (reveal.data === undefined) {
    return (
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (given.length >= SHORTEST_REASON) reveal.mutate({ kind, id, reason: given })
        }}
      >
        <TextInput
          className={classes.reason ?? ''}
          label={words.reason}
          description={words.lead}
          placeholder={words.example}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={reveal.isError ? failureText(reveal.error) : null}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconEye size={15} aria-hidden />}
          loading={reveal.isPending}
          disabled={given.length < SHORTEST_REASON}
        >
          {words.show}
        </Button>
      </form>
    )
  }
  return (
    <>
      {reveal.data.values.length === 0 ? <p className={classes.note}>{words.none}</p> : null}
      <LabelledValues values={reveal.data.values} />
      <p className={classes.note}>{words.logged}</p>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          reveal.reset()
          setReason('')
        }}
      >
        {words.hide}
      </Button>
    </>
  )
}
