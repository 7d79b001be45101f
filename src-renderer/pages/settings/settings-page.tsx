import {
  Badge,
  Button,
  type MantineColorScheme,
  SegmentedControl,
  useMantineColorScheme,
} from '@mantine/core'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { CopyId } from '../../format/copy-id.tsx'
import { useTexts } from '../../i18n/language-context.ts'
import { keysPanel, signingOut } from '../../shell/flag.ts'
import { Facts } from '../../shell/page/facts.tsx'
import { Page } from '../../shell/page/page.tsx'
import { Panel } from '../../shell/page/panel.tsx'
import { LanguageSwitch } from '../../shell/sign-in/language-switch.tsx'
import { useSession } from '../../shell/use-session.ts'
import { BankTemplates } from './bank-templates.tsx'
import { Browsers } from './browsers.tsx'
import { OrderTemplates } from './order-templates.tsx'
import { Password } from './password.tsx'
import classes from './settings-page.module.css'

const SCHEMES = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[]

/** 设置: the person, the look, the platform, the program. */
export function SettingsPage() {
  const texts = useTexts()
  const words = texts.settings
  const session = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const title = texts.shell.screens.settings
  if (session?.account == null) return <Page title={title}>{null}</Page>
  const { account, platform } = session
  return (
    <Page title={title} scrolls>
      <div className={classes.stack}>
        <Panel
          title={words.account}
          aside={
            <Button variant="default" onClick={() => signingOut.set(true)}>
              {words.signOut}
            </Button>
          }
        >
          <Facts
            facts={[
              [words.name, account.name],
              [words.email, account.email],
              [words.roles, account.roles.map((role) => texts.roles.role[role]).join(' · ')],
            ]}
          />
        </Panel>
        <Password />
        <Panel title={words.display}>
          <Facts
            facts={[
              [words.language, <LanguageSwitch key="language" />],
              [
                words.theme,
                <SegmentedControl
                  key="theme"
                  aria-label={words.theme}
                  data={SCHEMES.map((value) => ({ value, label: texts.shell.theme[value] }))}
                  value={colorScheme}
                  onChange={setColorScheme}
                />,
              ],
              [words.timeZone, words.timeZoneValue],
              [
                words.keys,
                <Button key="keys" variant="default" onClick={keysPanel.toggle}>
                  {words.showKeys}
                </Button>,
              ],
            ]}
          />
        </Panel>
        {maySee(account.roles, 'bankStatement') ? <BankTemplates /> : null}
        {mayCommand(account.roles, 'order.import') ? <OrderTemplates /> : null}
        <Panel
          title={words.platform}
          aside={platform?.demo === true ? <Badge variant="light">{words.demo}</Badge> : null}
        >
          <Facts
            facts={[
              [words.platformName, platform?.name ?? words.unknown],
              [words.address, <CopyId key="address" id={session.platformUrl} whole />],
            ]}
          />
        </Panel>
        <Browsers />
        <Panel title={words.program}>
          <Facts
            facts={[
              [words.dataFolder, <CopyId key="folder" id={session.dataFolder} whole />],
              [words.version, `${texts.shell.product} ${session.version}`],
            ]}
          />
        </Panel>
      </div>
    </Page>
  )
}
