import { UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconAlertCircle,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { z } from 'zod'
import { usePreference } from '../../engine-client/use-preference.ts'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import iconUrl from '../../icon.svg'
import type { Screen } from '../screens.ts'
import classes from './frame.module.css'
import { useRailCounts } from './use-rail-counts.ts'

const NARROW_WINDOW = '(max-width: 1100px)'

interface RailProps {
  readonly screens: readonly Screen[]
}

/** The screens, each with what waits there. In a narrow window it folds unless asked not to. */
export function Rail({ screens }: RailProps) {
  const texts = useTexts().shell
  const narrow = useMediaQuery(NARROW_WINDOW, undefined, { getInitialValueInEffect: false })
  const { value, save } = usePreference('rail.collapsed', z.boolean())
  const collapsed = value ?? narrow
  const counts = useRailCounts()
  const inBank = useLocation({ select: ({ pathname }) => pathname.startsWith('/bank/') })
  const Fold = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const foldLabel = collapsed ? texts.rail.expand : texts.rail.collapse
  return (
    <nav className={classes.rail} data-collapsed={collapsed} aria-label={texts.rail.name}>
      <div className={classes.brand}>
        <img src={iconUrl} alt="" />
        <span className={classes.word}>{texts.product}</span>
      </div>
      {screens.map(({ id, to, icon: Icon }) => {
        const { waiting, urgent } = counts[id] ?? { waiting: 0, urgent: false }
        const name = texts.screens[id]
        const label = [
          name,
          ...(waiting === 0 ? [] : [texts.rail.open(waiting)]),
          ...(urgent ? [texts.rail.urgent] : []),
        ].join(', ')
        return (
          <Link
            key={id}
            to={to}
            className={classes.item}
            {...(id === 'deposits' && inBank ? { 'data-status': 'active' } : {})}
            aria-label={label}
            title={collapsed ? label : undefined}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
            <span className={classes.word}>{name}</span>
            {waiting === 0 ? null : (
              <span className={classes.count} data-urgent={urgent} aria-hidden>
                {urgent ? <IconAlertCircle size={13} /> : null}
                {grouped(waiting)}
              </span>
            )}
          </Link>
        )
      })}
      <UnstyledButton
        className={`${classes.item} ${classes.collapse}`}
        aria-label={foldLabel}
        title={foldLabel}
        onClick={() => save(!collapsed)}
      >
        <Fold size={18} stroke={1.6} aria-hidden />
        <span className={classes.word}>{foldLabel}</span>
      </UnstyledButton>
    </nav>
  )
}
