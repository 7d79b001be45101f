import { Button, Group, Modal, Text } from '@mantine/core'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'

interface DelistConfirmationProps {
  readonly opened: ListingCase
  readonly asked: boolean
  readonly deciding: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** The one question that covers the screen: delisting cannot be undone. */
export function DelistConfirmation({ opened, asked, deciding, onYes, onNo }: DelistConfirmationProps) {
  const texts = useTexts().listings.delist
  const say = useBilingual()
  const { listingVersion } = opened
  return (
    <Modal
      opened={asked}
      onClose={onNo}
      title={texts.confirmTitle}
      centered
      transitionProps={{ duration: 0 }}
    >
      <Text size="sm">{texts.confirm(say(listingVersion.title) || listingVersion.listingName)}</Text>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onNo} data-autofocus>
          {texts.no}
        </Button>
        <Button color="red.9" loading={deciding} onClick={onYes}>
          {texts.yes}
        </Button>
      </Group>
    </Modal>
  )
}
