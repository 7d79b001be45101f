import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { client } from '#renderer/engine-client/engine.ts'
import type { ImportProgress } from '#shared/contracts/console-engine/bank-imports.ts'
import { PIECE_BYTES } from '#shared/contracts/console-engine/files.ts'
import type { OrderPreview } from '#shared/contracts/console-engine/order-imports.ts'
import type { OrderMapping } from '#shared/rules/order-files/order-mapping.ts'

/** A file of orders, and the marketplace they are of. */
export interface OrderFile {
  readonly file: File
  readonly marketplace: string
}

/** Where the file at hand stands. */
export type OrderStage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly given: OrderFile; readonly progress: ImportProgress }
  | { readonly kind: 'shown'; readonly given: OrderFile; readonly preview: OrderPreview }
  | { readonly kind: 'failed'; readonly given: OrderFile; readonly error: unknown }
  | { readonly kind: 'done'; readonly given: OrderFile; readonly orders: number }

/** The file of this visit; leaving the page gives up what was not imported. */
export function useOrderImport() {
  const [stage, setStage] = useState<OrderStage>({ kind: 'idle' })
  const reading = useRef(new AbortController())
  const open = useRef<string | null>(null)

  /** Stops reading, and lets the engine forget what it holds; it forgets by itself in time. */
  const drop = () => {
    reading.current.abort()
    reading.current = new AbortController()
    if (open.current !== null) client.orders.imports.cancel({ importId: open.current }).catch(() => undefined)
    open.current = null
  }

  const follow = async (given: OrderFile, read: (signal: AbortSignal) => Promise<string>) => {
    const { signal } = reading.current
    const enter = (next: OrderStage) => {
      if (!signal.aborted) setStage(next)
    }
    const onProgress = (progress: ImportProgress) => enter({ kind: 'reading', given, progress })
    onProgress({ step: 'receiving', share: 0 })
    try {
      const importId = await read(signal)
      for await (const progress of await client.orders.imports.read({ importId }, { signal }))
        onProgress(progress)
      enter({ kind: 'shown', given, preview: await client.orders.imports.preview({ importId }, { signal }) })
    } catch (error) {
      enter({ kind: 'failed', given, error })
    }
  }

  const send = async ({ file, marketplace }: OrderFile, signal: AbortSignal): Promise<string> => {
    const begun = { marketplace, fileName: file.name.slice(-255), bytes: file.size }
    const { importId } = await client.orders.imports.begin(begun, { signal })
    open.current = importId
    for (let at = 0; at < file.size; at += PIECE_BYTES) {
      const base64 = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer()).toBase64()
      await client.orders.imports.add({ importId, base64 }, { signal })
    }
    return importId
  }

  const give = (given: OrderFile) => {
    drop()
    void follow(given, (signal) => send(given, signal))
  }
  const leave = useEffectEvent(drop)
  useEffect(() => () => leave(), [])

  return {
    stage,
    give,
    /** Reads the file at hand by the columns a person named. */
    map: (given: OrderFile, importId: string, mapping: OrderMapping) =>
      void follow(given, async (signal) => {
        await client.orders.imports.map({ importId, mapping }, { signal })
        return importId
      }),
    close: () => {
      drop()
      setStage({ kind: 'idle' })
    },
    /** It was submitted with so many orders: the engine has closed it. */
    submitted: (given: OrderFile, orders: number) => {
      open.current = null
      setStage({ kind: 'done', given, orders })
    },
  }
}
export type OrderImportFile = ReturnType<typeof useOrderImport>
