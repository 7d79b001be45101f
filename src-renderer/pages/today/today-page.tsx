import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'

export function TodayPage() {
  return <Page title={useTexts().shell.screens.today}>{null}</Page>
}
