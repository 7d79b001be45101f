import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'

export function ProviderPage() {
  return <Page title={useTexts().shell.screens.providers}>{null}</Page>
}
