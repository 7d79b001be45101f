import { startTransition, useEffectEvent, useRef, useState } from 'react'
import { ulid } from 'ulid'
import { client } from '#renderer/engine-client/engine.ts'
import { attachFile } from '#renderer/files/attach-file.ts'
import { formatBytes } from '#renderer/format/quantity.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { heldDecisions } from '#renderer/shell/decisions/held-decisions.ts'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import { NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import { FILE_LIMIT_BYTES } from '#shared/contracts/console-platform/protocol.ts'
import { type Received, type Standings, standingsOf } from './received.ts'

/**
 * How often what was read or recorded is shown, in ms: drawing each of a thousand by itself would keep the window busy. It is
 * drawn in turns with all else the window does.
 */
const SHOWN_EVERY_MS = 250

/**
 * Reads files as invoices one after the other and records those that are fit, each a decision of its own. A file that
 * is refused holds up no other; `payoutId` is the request they are for, null where each is for that of its seller.
 */
export function useReceiving(payoutId: string | null) {
  const words = useTexts().invoices.receive
  const failure = useFailureText()
  const [received, setReceived] = useState<readonly Received[]>([])
  const [troubles, setTroubles] = useState<readonly string[]>([])
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const [recording, setRecording] = useState(false)
  const waiting = useRef<File[]>([])
  const isReading = useRef(false)

  const trouble = (text: string) => setTroubles((before) => [...before, text])
  const nothing = (text: string): Received[] => {
    trouble(text)
    return []
  }
  const readOne = async (file: File): Promise<Received[]> => {
    if (file.size === 0) return nothing(words.empty(file.name))
    if (file.size > FILE_LIMIT_BYTES) {
      return nothing(words.tooLarge(file.name, formatBytes(FILE_LIMIT_BYTES)))
    }
    try {
      const attachment = await attachFile(file)
      const { invoices, more } = await client.invoices.read({ file: attachment, payoutId })
      if (more > 0) trouble(words.more(file.name, more))
      return invoices.map((judged) => ({
        ...{ id: ulid(), fileName: file.name, judged, kind: null, outcome: null },
      }))
    } catch (error) {
      return nothing(words.failed(file.name, failure(error)))
    }
  }
  const show = (found: readonly Received[], files: number) =>
    startTransition(() => {
      if (found.length > 0) setReceived((before) => [...before, ...found])
      setProgress((before) => (before === null ? null : { ...before, done: before.done + files }))
    })
  const take = useEffectEvent(async (files: readonly File[]) => {
    waiting.current.push(...files)
    setProgress((before) => ({ done: before?.done ?? 0, all: (before?.all ?? 0) + files.length }))
    if (isReading.current) return
    isReading.current = true
    let found: Received[] = []
    let [read, shownAt] = [0, performance.now()]
    for (let file = waiting.current.shift(); file !== undefined; file = waiting.current.shift()) {
      found.push(...(await readOne(file)))
      read += 1
      if (performance.now() - shownAt < SHOWN_EVERY_MS) continue
      show(found, read)
      found = []
      read = 0
      shownAt = performance.now()
    }
    show(found, read)
    isReading.current = false
    // After the last that was read, which the button counts.
    startTransition(() => setProgress(null))
  })
  const tell = (outcomes: ReadonlyMap<string, Received['outcome']>) =>
    startTransition(() =>
      setReceived((before) =>
        before.map((each) => {
          const outcome = outcomes.get(each.id)
          return outcome === undefined ? each : { ...each, outcome }
        }),
      ),
    )
  const record = async (all: readonly (Received & Standings)[]) => {
    setRecording(true)
    const taken: { id: string; pending: PendingDecision; title: string }[] = []
    let outcomes = new Map<string, Received['outcome']>()
    let shownAt = performance.now()
    for (const { id, said, judged } of all) {
      if (said === null) continue
      try {
        const pending = await client.decisions.submit({
          ...{ type: 'invoice.record', recordId: id, expectedVersion: NOT_YET_THERE, seenDigest: null },
          ...{ arguments: said, replaces: null },
        })
        taken.push({ id, pending, title: `${judged.number ?? ''} ${said.seller}` })
        outcomes.set(id, { kind: 'recorded' })
      } catch (error) {
        outcomes.set(id, { kind: 'refused', why: failure(error) })
      }
      if (performance.now() - shownAt < SHOWN_EVERY_MS) continue
      tell(outcomes)
      outcomes = new Map()
      shownAt = performance.now()
    }
    tell(outcomes)
    const [first] = taken
    if (first !== undefined) {
      heldDecisions.tellTogether(
        taken.map(({ pending }) => pending),
        first,
        Date.now(),
        () => tell(new Map(taken.map(({ id }) => [id, null]))),
      )
    }
    startTransition(() => setRecording(false))
  }
  return {
    received: standingsOf(received),
    troubles,
    /** Files read of those dropped; null while none is being read. */
    progress,
    recording,
    take,
    record,
    /** Reads no further file; what was read stays. */
    stop: () => {
      waiting.current = []
    },
    clear: () => {
      setReceived([])
      setTroubles([])
    },
    chooseKind: (id: string, kind: Received['kind']) =>
      setReceived((before) => before.map((each) => (each.id === id ? { ...each, kind } : each))),
  }
}
