import { Link } from '@tanstack/react-router'
import { useTexts } from '../../i18n/language-context.ts'
import { bankScreensFor } from '../screens.ts'
import { useAccount } from '../use-session.ts'
import classes from './deposit-page.module.css'
import { Page, type PageProps } from './page.tsx'

/** A screen of 保证金: the register, or one of the bank's; they lie side by side for who may see the bank. */
export function DepositPage(props: Omit<PageProps, 'places'>) {
  const texts = useTexts().shell
  const places = bankScreensFor(useAccount()?.roles ?? [])
  if (places.length === 0) return <Page {...props} />
  return (
    <Page
      {...props}
      aside={<span className={classes.aside}>{props.aside}</span>}
      places={
        <nav className={classes.places} aria-label={texts.screens.deposits}>
          <Link to="/deposits" className={classes.place}>
            {texts.depositLedger}
          </Link>
          {places.map(({ id, to }) => (
            <Link key={id} to={to} className={classes.place}>
              {texts.screens[id]}
            </Link>
          ))}
        </nav>
      }
    />
  )
}
