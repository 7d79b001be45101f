import { createRootRoute } from '@tanstack/react-router'
import { Desk } from '../shell/desk.tsx'
import { NoPage } from '../shell/states/no-page.tsx'

/** What every address has around its screen. */
export const root = createRootRoute({ component: Desk, notFoundComponent: NoPage })
