import { useTexts } from '../../i18n/language-context.ts'
import { Page } from '../../shell/page/page.tsx'

export function ListingsPage() {
  const texts = useTexts().listings
  return <Page title={texts.title}>{null}</Page>
}
