import { Button } from '@mantine/core'
import { IconFileUnknown } from '@tabler/icons-react'
import classes from '#renderer/files/mapper.module.css'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { StatePanel } from '#renderer/shell/states/state-panel.tsx'
import type { OrderPreview } from '#shared/contracts/console-engine/order-imports.ts'
import { OrderMapper } from './order-mapper.tsx'
import type { OrderFile, OrderImportFile } from './use-order-import.ts'

interface RefusedOrdersProps {
  readonly opened: OrderImportFile
  readonly given: OrderFile
  readonly refusal: Extract<OrderPreview, { kind: 'refused' }>
}

/** Fewest columns of a header. */
const FEWEST = 2

/** A file that was not read: why, and what to do about it. */
export function RefusedOrders({ opened, given, refusal }: RefusedOrdersProps) {
  const texts = useTexts().orderImport
  const { reason, candidates, importId } = refusal
  const rows = candidates.filter((cells) => cells.filter((cell) => cell !== '').length >= FEWEST)
  return (
    <div className={classes.refused}>
      <div className={classes.why}>
        <StatePanel
          icon={<IconFileUnknown size={28} stroke={1.5} />}
          title={texts.refused(given.file.name)}
          lead={texts.reason[reason]}
          role="alert"
        >
          <Button variant="default" onClick={opened.close}>
            {texts.cancel}
          </Button>
        </StatePanel>
      </div>
      {reason !== 'unknown-columns' || rows.length === 0 ? null : (
        <OrderMapper
          rows={rows}
          fileName={given.file.name}
          onMap={(mapping) => opened.map(given, importId, mapping)}
        />
      )}
    </div>
  )
}
