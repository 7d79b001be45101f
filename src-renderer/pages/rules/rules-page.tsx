import { Link, useSearch } from '@tanstack/react-router'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { RULE_TABS } from '#renderer/routes/search.ts'
import { Page } from '#renderer/shell/page/page.tsx'
import { ControlsTab } from './controls/controls-tab.tsx'
import { HolidaysTab } from './holidays/holidays-tab.tsx'
import { PacksTab } from './packs/packs-tab.tsx'
import classes from './rules.module.css'

/** 规则与内控: what two people put into force. The address holds the tab and the change that is open. */
export function RulesPage() {
  const texts = useTexts()
  const { tab = 'packs' } = useSearch({ from: '/rules' })
  return (
    <Page
      title={texts.shell.screens.rules}
      filters={
        <nav className={classes.tabs} aria-label={texts.shell.screens.rules}>
          {RULE_TABS.map((each) => (
            <Link
              key={each}
              to="/rules"
              search={{ tab: each }}
              className={classes.tab}
              aria-current={each === tab ? 'page' : undefined}
              activeProps={{}}
            >
              {texts.rules.tabs[each]}
            </Link>
          ))}
        </nav>
      }
    >
      <Tab tab={tab} />
    </Page>
  )
}

function Tab({ tab }: { readonly tab: (typeof RULE_TABS)[number] }) {
  switch (tab) {
    case 'packs':
      return <PacksTab />
    case 'holidays':
      return <HolidaysTab />
    case 'controls':
      return <ControlsTab />
  }
}
