import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PROVIDER_REVIEWS } from '#shared/contracts/console-engine/providers.ts'
import { engine } from '../../engine-client/engine.ts'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel } from '../../shell/page/panel.tsx'
import classes from './today-page.module.css'

/** Providers that are to be held against the register again, and papers that run out: each number opens its list. */
export function ReviewsCard() {
  const texts = useTexts()
  const { data } = useQuery(engine.providers.reviews.queryOptions())
  if (data === undefined) return null
  return (
    <Panel title={texts.providers.columns.reviews} aside={<Link to="/providers">{texts.today.all}</Link>}>
      <nav className={classes.lines} aria-label={texts.providers.columns.reviews}>
        {PROVIDER_REVIEWS.map((review) => (
          <Link key={review} to="/providers" search={{ reviews: [review] }} className={classes.line}>
            <span>{texts.providers.review[review]}</span>
            <span className={classes.number}>{grouped(data[review])}</span>
          </Link>
        ))}
      </nav>
    </Panel>
  )
}
