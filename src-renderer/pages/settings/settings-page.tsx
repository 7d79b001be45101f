import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'

export function SettingsPage() {
  return <Page title={useTexts().shell.screens.settings}>{null}</Page>
}
