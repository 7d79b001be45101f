import { Anchor } from '@mantine/core'
import { Link, type LinkOptions } from '@tanstack/react-router'
import type { OpenMatterShown, ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { MATTER_KINDS } from '#shared/contracts/console-platform/open-matters.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { useUnseen } from '../../shell/states/not-visible.tsx'
import classes from './providers.module.css'

/** What is open with a vendor, and what of it has to be settled before it is closed. */
export function ProviderMatters({ matters, provider }: Pick<ProviderCase, 'matters' | 'provider'>) {
  const texts = useTexts().providers
  const unseenIn = useUnseen()
  return (
    <Panel title={texts.matters}>
      {matters.length === 0 ? <PanelNote>{texts.noMatters}</PanelNote> : null}
      <div className={classes.lines}>
        {matters.map(({ matter, count, amount, first }) => (
          <div key={matter} className={classes.plainLine}>
            <span className={classes.lineName}>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link {...placeOf(matter, provider.name)} {...props} />}
              >
                {texts.matter[matter]}
              </Anchor>
            </span>
            <span className={classes.number}>{count}</span>
            <span className={classes.amount}>{amount === null ? '' : formatYuan(amount)}</span>
            <span className={classes.quiet}>{first ? texts.settledFirst : texts.goesOn}</span>
          </div>
        ))}
      </div>
      {MATTER_KINDS.every((kind) => unseenIn(kind) === null) ? null : (
        <PanelNote>{texts.mattersUnseen}</PanelNote>
      )}
    </Panel>
  )
}

/** The list in which what is open is settled, narrowed to a provider by its name. */
function placeOf(matter: OpenMatterShown['matter'], text: string): Pick<LinkOptions, 'to' | 'search'> {
  switch (matter) {
    case 'products-in-store':
    case 'versions-under-way':
      return { to: '/listings', search: { text } }
    case 'unfinished-supervision':
      return { to: '/orders', search: { text } }
    case 'violations-open':
      return { to: '/violations', search: { text } }
    case 'months-not-committed':
    case 'months-not-paid':
      return { to: '/settlement', search: { text } }
    case 'payouts-under-way':
      return { to: '/payouts', search: { text } }
    case 'applications-under-way':
      return { to: '/applications', search: { text } }
    case 'accounts-proposed':
      return { to: '/payee-accounts', search: { text } }
    case 'red-letters-open':
      return { to: '/invoices', search: { text, statuses: ['red-pending'] } }
    case 'deposit-held':
      return { to: '/deposits', search: { text } }
  }
}
