import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconCheck, IconChevronDown, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { usePreference } from '../engine-client/use-preference.ts'
import { useTexts } from '../i18n/language-context.ts'
import { AS_DESIGNED, tableLayoutSchema } from '../table/layout.ts'
import {
  keptSearch,
  LONGEST_NAME,
  renamedView,
  type SavedView,
  savedViewsSchema,
  showsView,
  withView,
} from './saved-views.ts'

interface ViewsMenuProps {
  /** The queue, as its columns are remembered. */
  readonly name: string
  readonly search: object
  /** Shows what a view kept; its columns are arranged already. */
  readonly onChoose: (search: SavedView['search']) => void
}

/** The views a person named: choosing one, keeping the present one, renaming and deleting. */
export function ViewsMenu({ name, search, onChoose }: ViewsMenuProps) {
  const texts = useTexts().table.views
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const [renaming, setRenaming] = useState<string | null>(null)
  const kept = usePreference(`views.${name}`, savedViewsSchema)
  const layout = usePreference(`table.${name}`, tableLayoutSchema)
  const views = kept.value ?? []
  const current = views.find((view) => showsView(view, search)) ?? null
  const submit = () => {
    const wanted = typed.trim()
    if (wanted === '') return
    kept.save(
      renaming === null
        ? withView(views, {
            name: wanted,
            search: keptSearch(search),
            layout: layout.value ?? AS_DESIGNED,
          })
        : renamedView(views, renaming, wanted),
    )
    setTyped('')
    setRenaming(null)
  }
  return (
    <Menu position="bottom-end" width={280} closeOnItemClick={false} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button
          variant={current === null ? 'default' : 'light'}
          leftSection={<IconBookmark size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {current?.name ?? texts.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.length === 0 ? <Menu.Label>{texts.none}</Menu.Label> : null}
        {views.map((view) => (
          <Group key={view.name} gap={0} wrap="nowrap">
            <Menu.Item
              leftSection={view === current ? <IconCheck size={14} aria-label={texts.shown} /> : null}
              onClick={() => {
                layout.save(view.layout)
                onChoose(view.search)
                setOpened(false)
              }}
            >
              {view.name}
            </Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={texts.rename(view.name)}
              onClick={() => {
                setRenaming(view.name)
                setTyped(view.name)
              }}
            >
              <IconPencil size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={texts.remove(view.name)}
              onClick={() => kept.save(views.filter((other) => other !== view))}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </Group>
        ))}
        <Menu.Divider />
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Group gap={8} p={8} wrap="nowrap">
            <TextInput
              flex={1}
              maxLength={LONGEST_NAME}
              aria-label={renaming === null ? texts.newName : texts.rename(renaming)}
              placeholder={texts.newName}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => event.stopPropagation()}
            />
            <Button type="submit" disabled={typed.trim() === ''}>
              {texts.keep}
            </Button>
          </Group>
        </form>
      </Menu.Dropdown>
    </Menu>
  )
}
