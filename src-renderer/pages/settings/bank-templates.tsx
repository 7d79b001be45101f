import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeptMapping } from '#shared/contracts/console-engine/bank-imports.ts'
import { engine } from '../../engine-client/engine.ts'
import { Moment } from '../../format/instant-text.tsx'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import classes from './settings-page.module.css'

/** The column mappings people drew up; each can be forgotten. */
export function BankTemplates() {
  const texts = useTexts().bankTemplates.kept
  const mappings = useQuery(engine.bank.mappings.list.queryOptions())
  return (
    <Panel title={texts.title} lead={texts.lead}>
      {mappings.isError ? <Failed error={mappings.error} reset={() => void mappings.refetch()} /> : null}
      {mappings.data?.length === 0 ? <PanelNote>{texts.none}</PanelNote> : null}
      {mappings.data?.map((kept) => (
        <Template key={kept.signature} kept={kept} />
      ))}
    </Panel>
  )
}

function Template({ kept: { signature, mapping, savedAt } }: { readonly kept: KeptMapping }) {
  const texts = useTexts().bankTemplates.kept
  const failureText = useFailureText()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const forget = useMutation(
    engine.bank.mappings.forget.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: engine.bank.mappings.list.key() }),
    }),
  )
  return (
    <section className={classes.template} aria-label={mapping.name}>
      <div className={classes.templateHead}>
        <strong>{mapping.name}</strong>
        <span className={classes.quiet}>
          {texts.savedAt} <Moment at={savedAt} />
        </span>
        {asked ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            className={classes.apart ?? ''}
            onClick={() => setAsked(true)}
          >
            {texts.forget}
          </Button>
        )}
      </div>
      <p className={classes.columns} title={mapping.header.join(' · ')}>
        {mapping.header.filter((cell) => cell !== '').join(' · ')}
      </p>
      {asked ? (
        <div className={classes.confirm}>
          <span>{forget.error === null ? texts.forgetLead(mapping.name) : failureText(forget.error)}</span>
          <Button color="red" loading={forget.isPending} onClick={() => forget.mutate({ signature })}>
            {texts.confirm}
          </Button>
          <Button variant="default" autoFocus disabled={forget.isPending} onClick={() => setAsked(false)}>
            {texts.keep}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
