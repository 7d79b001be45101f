import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import classes from '#renderer/files/preview.module.css'
import { useImportFailure } from '#renderer/files/use-import-failure.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { KeyHint } from '#renderer/review/key-hint.tsx'
import { heldDecisions } from '#renderer/shell/decisions/held-decisions.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import type { OrderPreview } from '#shared/contracts/console-engine/order-imports.ts'
import { PreviewOrders } from './preview-orders.tsx'
import { SaidPart } from './said-part.tsx'

interface OrderPreviewPartProps {
  readonly preview: Extract<OrderPreview, { kind: 'read' }>
  readonly onClose: () => void
  readonly onSubmitted: (orders: number) => void
  readonly onUndone: () => void
}

/** A file that was read: what it says, what importing does, its orders, and the button that does it. */
export function OrderPreviewPart({ preview, onClose, onSubmitted, onUndone }: OrderPreviewPartProps) {
  const texts = useTexts()
  const words = texts.orderImport
  const failureText = useImportFailure()
  const { importId, file, counts, barred } = preview
  const [changed, setChanged] = useState<ReadonlySet<number>>(new Set())
  const total = counts.new + changed.size
  const label =
    changed.size === 0
      ? words.apply.submit(grouped(counts.new))
      : words.apply.submitChanged(grouped(counts.new), grouped(changed.size))
  const { mutate, isPending } = useMutation(
    engine.orders.imports.apply.mutationOptions({
      onSuccess: (pending) => {
        heldDecisions.tell(pending, { id: importId, title: file.fileName }, Date.now(), onUndone)
        onSubmitted(total)
      },
      onError: (error) =>
        notifications.show({
          color: 'red',
          withCloseButton: true,
          autoClose: false,
          message: texts.commands.failed(texts.commands.doing['order.import'], failureText(error)),
        }),
    }),
  )
  const blocked = barred !== null ? words.barred[barred] : total === 0 ? words.apply.tick : null
  const apply = () => {
    if (blocked === null && !isPending) mutate({ importId, changed: [...changed] })
  }
  useKeys([
    { means: 'submit-form', label, run: apply, whileTyping: true },
    { means: 'close', label: words.cancel, run: onClose },
  ])
  const isOver = barred === 'nothing-new'
  return (
    <div className={`${classes.file} ${classes.section}`}>
      <div className={classes.parts}>
        <div className={classes.said}>
          <SaidPart preview={preview} changed={changed.size} />
        </div>
        <PreviewOrders preview={preview} changed={changed} onChanged={setChanged} />
      </div>
      <section className={classes.bar} aria-label={words.apply.name}>
        <span className={classes.apart} role="status">
          {blocked}
        </span>
        <Button variant={isOver ? 'filled' : 'default'} disabled={isPending} onClick={onClose}>
          {isOver ? words.close : words.cancel}
        </Button>
        {isOver ? null : (
          <Button
            disabled={blocked !== null}
            loading={isPending}
            rightSection={<KeyHint means="submit-form" />}
            onClick={apply}
          >
            {label}
          </Button>
        )}
      </section>
    </div>
  )
}
