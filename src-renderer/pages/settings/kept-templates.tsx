import { Button } from '@mantine/core'
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { Moment } from '../../format/instant-text.tsx'
import { useFailureText } from '../../i18n/failure-text.ts'
import type { Texts } from '../../i18n/texts.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { Failed } from '../../shell/states/failed.tsx'
import classes from './settings-page.module.css'

/** A mapping as it is kept, whatever files it is of. */
interface Kept {
  readonly signature: string
  readonly mapping: { readonly name: string; readonly header: readonly string[] }
  readonly savedAt: string
}

interface KeptTemplatesProps {
  readonly texts: Texts['bankTemplates']['kept']
  readonly kept: UseQueryResult<readonly Kept[]>
  readonly forget: UseMutationResult<unknown, Error, { signature: string }>
}

/** Mappings of columns that people drew up; each can be forgotten. */
export function KeptTemplates({ texts, kept, forget }: KeptTemplatesProps) {
  return (
    <Panel title={texts.title} lead={texts.lead}>
      {kept.isError ? <Failed error={kept.error} reset={() => void kept.refetch()} /> : null}
      {kept.data?.length === 0 ? <PanelNote>{texts.none}</PanelNote> : null}
      {kept.data?.map((each) => (
        <Template key={each.signature} texts={texts} kept={each} forget={forget} />
      ))}
    </Panel>
  )
}

interface TemplateProps extends Pick<KeptTemplatesProps, 'texts' | 'forget'> {
  readonly kept: Kept
}

function Template({ texts, kept: { signature, mapping, savedAt }, forget }: TemplateProps) {
  const failureText = useFailureText()
  const [asked, setAsked] = useState(false)
  const isOwn = forget.variables?.signature === signature
  const error = isOwn ? forget.error : null
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
          <span>{error === null ? texts.forgetLead(mapping.name) : failureText(error)}</span>
          <Button
            color="red"
            loading={isOwn && forget.isPending}
            onClick={() => forget.mutate({ signature })}
          >
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
