import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'

export function SyncPage() {
  return <Page title={useTexts().shell.screens.sync}>{null}</Page>
}
