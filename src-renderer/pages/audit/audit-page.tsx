import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { READS_AUDIT } from '#shared/contracts/console-platform/roles.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { Page } from '../../shell/page/page.tsx'
import { OnlyFor } from '../../shell/states/not-visible.tsx'
import { useAccount } from '../../shell/use-session.ts'
import classes from './audit.module.css'
import { AuditLogPanel } from './audit-log-panel.tsx'
import { ChainPanel } from './chain-panel.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { RevealsPanel } from './reveals-panel.tsx'
import { RolesPanel } from './roles-panel.tsx'

/** 审计: whether the log of every act is whole, and what is in it. The address holds filter and open entry. */
export function AuditPage() {
  const texts = useTexts()
  const { entry, part } = useSearch({ from: '/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const close = () => void navigate({ search: ({ entry: _, ...old }) => old, replace: true })
  useKeys(entry === undefined ? [] : [{ means: 'close', label: texts.audit.entry.close, run: close }])
  const isReader = useAccount()?.roles.some((role) => READS_AUDIT.includes(role)) ?? false
  if (!isReader) {
    return (
      <Page title={texts.shell.screens.audit}>
        <OnlyFor roles={READS_AUDIT} />
      </Page>
    )
  }
  return (
    <Page title={texts.shell.screens.audit} scrolls>
      <div className={classes.stack}>
        <ChainPanel />
        <SegmentedControl
          className={classes.parts ?? ''}
          aria-label={texts.audit.parts.label}
          data={(['log', 'reveals', 'roles'] as const).map((value) => ({
            value,
            label: texts.audit.parts[value],
          }))}
          value={part ?? 'log'}
          onChange={(value) => void navigate({ search: value === 'log' ? {} : { part: value } })}
        />
        <div className={classes.columns} data-open={entry !== undefined}>
          {part === 'reveals' ? <RevealsPanel /> : part === 'roles' ? <RolesPanel /> : <AuditLogPanel />}
          {entry === undefined ? null : <EntryPanel key={entry} sequence={entry} onClose={close} />}
        </div>
      </div>
    </Page>
  )
}
