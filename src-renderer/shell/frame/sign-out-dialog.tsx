import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { signingOut, useFlag } from '../flag.ts'

/** Decisions that are named one by one. */
const SHOWN = 6

/** Signs out; where decisions are not delivered yet, once more after saying which. */
export function SignOutDialog() {
  const isAsked = useFlag(signingOut)
  return isAsked ? <SigningOut /> : null
}

function SigningOut() {
  const texts = useTexts()
  const words = texts.shell.user
  const close = () => signingOut.set(false)
  const outbox = useQuery({ ...engine.sync.outbox.queryOptions(), staleTime: 0, gcTime: 0 })
  const { mutate, isPending } = useMutation(engine.session.signOut.mutationOptions({ onSettled: close }))
  const waiting = (outbox.data ?? []).filter(({ state }) => state !== 'acknowledged')
  // Nothing to warn of, or nobody there to say it.
  const isFree = outbox.isError || (outbox.isFetchedAfterMount && waiting.length === 0)
  useEffect(() => {
    if (isFree) mutate(undefined)
  }, [isFree, mutate])
  if (isFree || !outbox.isFetchedAfterMount) return null
  return (
    <Modal opened onClose={close} title={words.undelivered(waiting.length)}>
      <Stack gap={12}>
        <Text size="sm">{words.undeliveredLead}</Text>
        <ul>
          {waiting.slice(0, SHOWN).map(({ commandId, type, recordTitle }) => (
            <li key={commandId}>
              {texts.commands.doing[type]} · {recordTitle}
            </li>
          ))}
          {waiting.length > SHOWN ? <li>{words.more(waiting.length - SHOWN)}</li> : null}
        </ul>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {words.stay}
          </Button>
          <Button color="red.9" loading={isPending} onClick={() => mutate(undefined)}>
            {words.signOutAnyway}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
