import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { TABLE_FORMATS, type TableFormat } from '#shared/contracts/console-engine/files.ts'

interface ExportMenuProps {
  readonly label: string
  /** What each format is called here. */
  readonly formats: Readonly<Record<TableFormat, string>>
  readonly exporting: boolean
  readonly onExport: (format: TableFormat) => void
}

/** The formats in which a table may leave the desk. */
export function ExportMenu({ label, formats, exporting, onExport }: ExportMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          loading={exporting}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TABLE_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => onExport(format)}>
            {formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
