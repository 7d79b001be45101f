import { Button, Group, Modal, Text } from '@mantine/core'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import type { ListingDecisions } from './use-listing-decisions.ts'

interface DelistConfirmationProps {
  readonly opened: ListingCase
  readonly decisions: ListingDecisions
}

/** The one question that covers the screen: delisting cannot be undone. */
export function DelistConfirmation({ opened, decisions }: DelistConfirmationProps) {
  const texts = useTexts().listings.delist
  const say = useBilingual()
  const { listingVersion } = opened
  return (
    <Modal
      opened={decisions.confirming}
      onClose={decisions.cancelConfirming}
      title={texts.confirmTitle}
      centered
      transitionProps={{ duration: 0 }}
    >
      <Text size="sm">{texts.confirm(say(listingVersion.title) || listingVersion.listingName)}</Text>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={decisions.cancelConfirming} data-autofocus>
          {texts.no}
        </Button>
        <Button color="red.9" loading={decisions.deciding} onClick={decisions.confirm}>
          {texts.yes}
        </Button>
      </Group>
    </Modal>
  )
}
