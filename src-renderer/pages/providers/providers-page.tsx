import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'

export function ProvidersPage() {
  return <Page title={useTexts().shell.screens.providers}>{null}</Page>
}
