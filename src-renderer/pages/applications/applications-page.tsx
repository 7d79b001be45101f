import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'

export function ApplicationsPage() {
  const texts = useTexts().applications
  return <Page title={texts.title}>{null}</Page>
}
