import { Button, Group, Progress } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import classes from '#renderer/files/drop.module.css'
import { DropVeil } from '#renderer/files/drop-veil.tsx'
import { useFileDrop } from '#renderer/files/use-file-drop.ts'
import { useImportFailure } from '#renderer/files/use-import-failure.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { NoPermission, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { StatePanel } from '#renderer/shell/states/state-panel.tsx'
import { OrderPreviewPart } from './order-preview.tsx'
import { RefusedOrders } from './refused-orders.tsx'
import { StartPart } from './start-part.tsx'
import { type OrderImportFile, type OrderStage, useOrderImport } from './use-order-import.ts'

/** 导入订单: a file in; it is read, compared and shown before anything is written. */
export function OrderImportPage() {
  const {
    orderImport: texts,
    bankImport: { drop },
  } = useTexts()
  const { shown, marketplace = null } = useSearch({ from: '/orders/import' })
  const navigate = useNavigate()
  // A file came before anybody said whose orders it holds.
  const [isAsked, setAsked] = useState(false)
  const opened = useOrderImport()
  const give = (files: readonly File[]) => {
    const [file] = files
    if (marketplace === null) setAsked(true)
    else if (file !== undefined) opened.give({ file, marketplace })
  }
  const isOver = useFileDrop(give)
  if (useUnseen()('orderImport') !== null) {
    return (
      <Page title={texts.title}>
        <NoPermission what="orderImport" />
      </Page>
    )
  }
  return (
    <Page
      title={texts.title}
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/orders" {...props} />}>
          {texts.register}
        </Button>
      }
    >
      {opened.stage.kind === 'idle' ? (
        <StartPart
          marketplace={marketplace}
          isAsked={isAsked}
          onMarketplace={(key) =>
            void navigate({
              to: '/orders/import',
              search: { marketplace: key ?? undefined },
              replace: true,
            })
          }
          onFiles={give}
          shown={shown ?? null}
        />
      ) : (
        <StageView opened={opened} stage={opened.stage} />
      )}
      {isOver ? <DropVeil over={drop.over} overLead={drop.overLead} /> : null}
    </Page>
  )
}

interface StageViewProps {
  readonly opened: OrderImportFile
  readonly stage: Exclude<OrderStage, { kind: 'idle' }>
}

function StageView({ opened, stage }: StageViewProps) {
  switch (stage.kind) {
    case 'reading':
      return <Reading stage={stage} onCancel={opened.close} />
    case 'shown':
      return stage.preview.kind === 'read' ? (
        <OrderPreviewPart
          key={stage.preview.importId}
          preview={stage.preview}
          onClose={opened.close}
          onSubmitted={(orders) => opened.submitted(stage.given, orders)}
          onUndone={() => opened.give(stage.given)}
        />
      ) : (
        <RefusedOrders opened={opened} given={stage.given} refusal={stage.preview} />
      )
    case 'failed':
      return <FailedFile error={stage.error} onAgain={() => opened.give(stage.given)} onDrop={opened.close} />
    case 'done':
      return <Done orders={stage.orders} onClose={opened.close} />
  }
}

interface ReadingProps {
  readonly stage: Extract<OrderStage, { kind: 'reading' }>
  readonly onCancel: () => void
}

function Reading({ stage: { given, progress }, onCancel }: ReadingProps) {
  const texts = useTexts().orderImport
  const percent = Math.floor(progress.share / 10)
  const step = texts.step[progress.step]
  useKeys([{ means: 'close', label: texts.cancel, run: onCancel }])
  return (
    <section className={classes.reading} aria-label={texts.reading(given.file.name)}>
      <h2>{texts.reading(given.file.name)}</h2>
      <Progress.Root size={8} className={classes.bar ?? ''}>
        <Progress.Section value={percent} aria-label={step} />
      </Progress.Root>
      <p className={classes.step}>
        <span role="status">{step}</span>
        <span>{percent}%</span>
      </p>
      <Button variant="default" onClick={onCancel}>
        {texts.cancel}
      </Button>
    </section>
  )
}

interface FailedFileProps {
  readonly error: unknown
  readonly onAgain: () => void
  readonly onDrop: () => void
}

function FailedFile({ error, onAgain, onDrop }: FailedFileProps) {
  const texts = useTexts().orderImport
  const failureText = useImportFailure()
  return (
    <StatePanel
      icon={<IconAlertTriangle size={28} stroke={1.5} />}
      title={texts.failed}
      lead={failureText(error)}
      role="alert"
    >
      <Group gap={8}>
        <Button onClick={onAgain}>{texts.retry}</Button>
        <Button variant="default" onClick={onDrop}>
          {texts.cancel}
        </Button>
      </Group>
    </StatePanel>
  )
}

function Done({ orders, onClose }: { readonly orders: number; readonly onClose: () => void }) {
  const texts = useTexts().orderImport
  return (
    <StatePanel
      icon={<IconCircleCheck size={28} stroke={1.5} />}
      title={texts.done.title(grouped(orders))}
      lead={texts.done.lead}
    >
      <Group gap={8}>
        <Button autoFocus renderRoot={(props) => <Link to="/orders" {...props} />}>
          {texts.done.orders}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.another}
        </Button>
      </Group>
    </StatePanel>
  )
}
