import { useEffectEvent, useRef, useState } from 'react'
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

/** How often what was read is shown, in ms: drawing each of a thousand by itself would keep the window busy. */
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
  const show = (found: readonly Received[], files: number) => {
    if (found.length > 0) setReceived((before) => [...before, ...found])
    setProgress((before) => (before === null ? null : { ...before, done: before.done + files }))
  }
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
    setProgress(null)
  })
  const told = (id: string, outcome: Received['outcome']) =>
    setReceived((before) => before.map((each) => (each.id === id ? { ...each, outcome } : each)))
  const record = async (all: readonly (Received & Standings)[]) => {
    setRecording(true)
    const taken: { id: string; pending: PendingDecision; title: string }[] = []
    for (const { id, said, judged } of all) {
      if (said === null) continue
      try {
        const pending = await client.decisions.submit({
          ...{ type: 'invoice.record', recordId: id, expectedVersion: NOT_YET_THERE, seenDigest: null },
          ...{ arguments: said, replaces: null },
        })
        taken.push({ id, pending, title: `${judged.number ?? ''} ${said.seller}` })
        told(id, { kind: 'recorded' })
      } catch (error) {
        told(id, { kind: 'refused', why: failure(error) })
      }
    }
    const [first] = taken
    if (first !== undefined) {
      heldDecisions.tellTogether(
        taken.map(({ pending }) => pending),
        first,
        Date.now(),
        () => {
          for (const { id } of taken) told(id, null)
        },
      )
    }
    setRecording(false)
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
