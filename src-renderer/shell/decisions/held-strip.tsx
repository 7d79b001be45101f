import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { COMMANDS } from '#shared/contracts/console-platform/commands.ts'
import { engine } from '../../engine-client/engine.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { placeOf } from '../../routes/record-places.ts'
import { keyLabel } from '../keys/key-label.ts'
import { keyOf } from '../keys/key-meanings.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useAccount } from '../use-session.ts'
import { heldDecisions, type ToldDecision, undoable } from './held-decisions.ts'
import classes from './held-strip.module.css'

/** How long it says that something was taken back, or that it was too late. */
const SAID_MS = 4_000

/** What was just decided, counted, in the top line where it covers nothing; the last is taken back with one key. */
export function HeldStrip() {
  const texts = useTexts().commands
  const now = useTold()
  const told = useSyncExternalStore(heldDecisions.subscribe, () => heldDecisions.told)
  const [said, setSaid] = useState<string | null>(null)
  const held = undoable(told, now)
  const last = held.at(-1) ?? told.at(-1)
  const roles = useAccount()?.roles ?? []
  const place =
    last === undefined
      ? null
      : placeOf({ kind: COMMANDS[last.type].about, id: last.record.id, within: null }, roles)
  const whatOf = ({ type, record }: ToldDecision) => `${texts.done[type]} · ${record.title}`
  const undo = useMutation(engine.decisions.undoTogether.mutationOptions())
  const undoLast = () => {
    const decision = undoable(heldDecisions.told, Date.now()).at(-1)
    if (decision === undefined || undo.isPending) return
    undo.mutate(
      { commandIds: [...decision.commandIds] },
      {
        onSuccess: ({ undone }) => {
          for (const id of decision.commandIds) heldDecisions.drop(id)
          setSaid(undone ? texts.undone(whatOf(decision)) : texts.undoTooLate)
          if (undone) decision.onUndone()
        },
      },
    )
  }
  useKeys(
    held.length === 0 ? [] : [{ means: 'undo-decision', label: texts.undoLast, run: undoLast }],
    'everywhere',
  )
  useEffect(() => {
    if (said === null) return
    const timer = window.setTimeout(() => setSaid(null), SAID_MS)
    return () => window.clearTimeout(timer)
  }, [said])
  const count = told.reduce((sum, { commandIds }) => sum + commandIds.length, 0)
  const words =
    last === undefined ? said : told.length === 1 ? whatOf(last) : texts.several(count, whatOf(last))
  return (
    <div className={classes.strip} role="status" aria-label={texts.strip}>
      {words === null ? null : (
        <span className={classes.words} title={words}>
          {said !== null && last !== undefined ? `${said} · ${words}` : words}
        </span>
      )}
      {place === null ? null : (
        <Link {...place} className={classes.look}>
          {texts.look}
        </Link>
      )}
      {held.length === 0 ? null : (
        <Button
          size="compact-xs"
          variant="default"
          flex="none"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          rightSection={<kbd aria-hidden>{keyLabel(keyOf('undo-decision'))}</kbd>}
          loading={undo.isPending}
          onClick={undoLast}
        >
          {held.length === 1 ? texts.undo : texts.undoLast}
        </Button>
      )}
    </div>
  )
}

/** The time in ms, as of the last moment at which something told of ended. */
function useTold(): number {
  const told = useSyncExternalStore(heldDecisions.subscribe, () => heldDecisions.told)
  const [now, setNow] = useState(() => Date.now())
  const ends = told.flatMap(({ undoUntil, tellUntil }) => [undoUntil ?? tellUntil, tellUntil])
  const next = Math.min(...ends.filter((end) => end > now))
  useEffect(() => {
    if (!Number.isFinite(next)) return
    const timer = window.setTimeout(
      () => {
        setNow(Date.now())
        heldDecisions.expire(Date.now())
      },
      Math.max(0, next - Date.now()),
    )
    return () => window.clearTimeout(timer)
  }, [next])
  return now
}
