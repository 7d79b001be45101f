import { useTexts } from '#renderer/i18n/language-context.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'

export function BankReportsPage() {
  const texts = useTexts()
  return <DepositPage title={texts.shell.screens.reports}>{null}</DepositPage>
}
