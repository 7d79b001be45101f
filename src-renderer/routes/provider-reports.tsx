import { Link } from '@tanstack/react-router'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import classes from './provider-reports.module.css'

/** What a marketplace's systems report of one provider, as far as these roles have it: its calls, and its bills of use. */
export function ProviderReports({ providerId }: { readonly providerId: string }) {
  const texts = useTexts()
  const unseen = useUnseen()
  const search = { providerId }
  return (
    <span className={classes.reports}>
      {unseen('interfaceCall') === null ? (
        <Link to="/interface-calls" search={search}>
          {texts.interfaceCalls.title}
        </Link>
      ) : null}
      {unseen('meteredBill') === null ? (
        <Link to="/metered-bills" search={search}>
          {texts.meteredBills.title}
        </Link>
      ) : null}
    </span>
  )
}
