import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { ulid } from 'ulid'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { GrantDraft } from '#renderer/review/forms/user-drafts.ts'
import { grantSchema } from '#shared/contracts/console-platform/records/operator.ts'
import { conflictsIn } from '#shared/contracts/console-platform/role-grants.ts'
import { ROLES } from '#shared/contracts/console-platform/roles.ts'
import classes from './accounts.module.css'

interface GrantsEditorProps {
  readonly grants: readonly GrantDraft[]
  /** The first day of a role that is added. */
  readonly today: string
  readonly onChange: (grants: GrantDraft[]) => void
}

/** Roles with their days, and which of them check each other. */
export function GrantsEditor({ grants, today, onChange }: GrantsEditorProps) {
  const texts = useTexts()
  const words = texts.roles.accounts
  const change = (at: number, part: Partial<GrantDraft>) =>
    onChange(grants.map((each, place) => (place === at ? { ...each, ...part } : each)))
  const named = (at: number, what: string) => words.field(at + 1, what)
  const meant = grants.flatMap(({ role, from, until }) => {
    const grant = grantSchema.safeParse({ role, from, until: until === '' ? null : until })
    return grant.success ? [grant.data] : []
  })
  return (
    <div className={classes.grants}>
      {grants.map((grant, at) => (
        <div key={grant.key} className={classes.grant}>
          <NativeSelect
            aria-label={named(at, words.role)}
            data={[
              { value: '', label: words.role },
              ...ROLES.map((value) => ({ value, label: texts.roles.role[value] })),
            ]}
            value={grant.role ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change(at, { role: ROLES.find((each) => each === value) ?? null })
            }
          />
          <TextInput
            type="date"
            aria-label={named(at, words.from)}
            title={words.from}
            value={grant.from}
            onChange={(event) => change(at, { from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            aria-label={named(at, words.until)}
            title={words.until}
            min={grant.from}
            value={grant.until}
            onChange={(event) => change(at, { until: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={words.removeRole(at + 1)}
            onClick={() => onChange(grants.filter((_, place) => place !== at))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...grants, { key: ulid(), role: null, from: today, until: '' }])}
      >
        {words.addRole}
      </Button>
      {conflictsIn(meant).map(([one, other]) => (
        <p key={`${one} ${other}`} className={classes.warn} role="status">
          {words.conflict(texts.roles.role[one], texts.roles.role[other])}
        </p>
      ))}
    </div>
  )
}
