import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import type { DepositFilter } from '#shared/contracts/console-engine/deposits.ts'
import { TABLE_FORMATS } from '#shared/contracts/console-engine/files.ts'

interface ExportMenuProps {
  readonly filter: DepositFilter
  readonly sort: { readonly column: 'dueOn' | 'name' | 'amount'; readonly descending: boolean }
}

/** Saves the register as filtered and ordered on screen, in the format chosen. */
export function ExportMenu({ filter, sort }: ExportMenuProps) {
  const texts = useTexts().deposits
  const { language } = useLanguage()
  const failureText = useFailureText()
  const exporting = useMutation(
    engine.deposits.export.mutationOptions({
      onSuccess: ({ rows, complete, ...file }) => {
        saveFile(file)
        const count = grouped(rows)
        notifications.show({ message: complete ? texts.exported(count) : texts.exportedPart(count) })
      },
      onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
    }),
  )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          loading={exporting.isPending}
        >
          {texts.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TABLE_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => exporting.mutate({ filter, sort, language, format })}>
            {texts.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
