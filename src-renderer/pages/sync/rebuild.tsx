import { Alert, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '../../engine-client/engine.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import classes from './sync-page.module.css'

/** Throws the copy away and fetches it anew, after being asked twice. */
export function Rebuild() {
  const texts = useTexts().sync
  const failureText = useFailureText()
  const [asked, setAsked] = useState(false)
  const rebuild = useMutation(engine.sync.rebuild.mutationOptions({ onSuccess: () => setAsked(false) }))
  return (
    <Panel title={texts.rebuild}>
      <PanelNote>{texts.rebuildLead}</PanelNote>
      {rebuild.error === null ? null : (
        <Alert variant="outline" color="red" role="alert" m={12} p={8}>
          {failureText(rebuild.error)}
        </Alert>
      )}
      <div className={classes.confirm}>
        {asked ? (
          <>
            <Button color="red" loading={rebuild.isPending} onClick={() => rebuild.mutate(undefined)}>
              {texts.rebuildConfirm}
            </Button>
            <Button variant="default" disabled={rebuild.isPending} autoFocus onClick={() => setAsked(false)}>
              {texts.cancel}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsked(true)}>
            {texts.rebuild}…
          </Button>
        )}
      </div>
    </Panel>
  )
}
