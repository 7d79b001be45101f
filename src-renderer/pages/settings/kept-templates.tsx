import { Button, Group, TextInput } from '@mantine/core'
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
  readonly rename: UseMutationResult<unknown, Error, { signature: string; name: string }>
}

/** Mappings of columns that people drew up; each can be renamed or forgotten. */
export function KeptTemplates({ texts, kept, forget, rename }: KeptTemplatesProps) {
  return (
    <Panel title={texts.title} lead={texts.lead}>
      {kept.isError ? <Failed error={kept.error} reset={() => void kept.refetch()} /> : null}
      {kept.data?.length === 0 ? <PanelNote>{texts.none}</PanelNote> : null}
      {kept.data?.map((each) => (
        <Template key={each.signature} texts={texts} kept={each} forget={forget} rename={rename} />
      ))}
    </Panel>
  )
}

interface TemplateProps extends Pick<KeptTemplatesProps, 'texts' | 'forget' | 'rename'> {
  readonly kept: Kept
}

function Template({ texts, kept, forget, rename }: TemplateProps) {
  const { signature, mapping, savedAt } = kept
  const failureText = useFailureText()
  const [asked, setAsked] = useState(false)
  const [isNamed, setNamed] = useState(false)
  const isOwn = forget.variables?.signature === signature
  const error = isOwn ? forget.error : null
  return (
    <section className={classes.template} aria-label={mapping.name}>
      <div className={classes.templateHead}>
        <strong>{mapping.name}</strong>
        <span className={classes.quiet}>
          {texts.savedAt} <Moment at={savedAt} />
        </span>
        {asked || isNamed ? null : (
          <Group gap="xs" className={classes.apart ?? ''}>
            <Button size="compact-xs" variant="subtle" onClick={() => setNamed(true)}>
              {texts.rename}
            </Button>
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => setAsked(true)}>
              {texts.forget}
            </Button>
          </Group>
        )}
      </div>
      {isNamed ? (
        <NameForm texts={texts} kept={kept} rename={rename} onClose={() => setNamed(false)} />
      ) : null}
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

interface NameFormProps extends Pick<TemplateProps, 'texts' | 'kept' | 'rename'> {
  readonly onClose: () => void
}

/** Another name for a mapping; Enter saves it, Escape leaves it as it was. */
function NameForm({ texts, kept: { signature, mapping }, rename, onClose }: NameFormProps) {
  const failureText = useFailureText()
  const [name, setName] = useState(mapping.name)
  const isOwn = rename.variables?.signature === signature
  const written = name.trim()
  return (
    <form
      className={classes.confirm}
      onSubmit={(event) => {
        event.preventDefault()
        if (written !== '') rename.mutate({ signature, name: written }, { onSuccess: onClose })
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <TextInput
        aria-label={texts.name}
        value={name}
        maxLength={80}
        autoFocus
        error={isOwn && rename.error !== null ? failureText(rename.error) : null}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" disabled={written === ''} loading={isOwn && rename.isPending}>
        {texts.save}
      </Button>
      <Button variant="default" onClick={onClose}>
        {texts.keep}
      </Button>
    </form>
  )
}
