import { Link } from '@tanstack/react-router'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { ProviderReports } from '#renderer/routes/provider-reports.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import classes from './providers.module.css'

/** The boards, contacts, calls and bills of one provider alone, as far as these roles have them. */
export function ProviderBoards({ providerId }: { readonly providerId: string }) {
  const { screens } = useTexts().shell
  const unseen = useUnseen()
  const search = { providerId }
  return (
    <span className={classes.boards}>
      {unseen('subscription') === null ? (
        <Link to="/subscriptions" search={search}>
          {screens.subscriptions}
        </Link>
      ) : null}
      {unseen('cluster') === null ? (
        <Link to="/clusters" search={search}>
          {screens.clusters}
        </Link>
      ) : null}
      {unseen('contact') === null ? (
        <Link to="/contacts" search={search}>
          {screens.contacts}
        </Link>
      ) : null}
      <ProviderReports providerId={providerId} />
    </span>
  )
}
