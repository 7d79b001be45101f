import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import classes from './audit.module.css'

interface EntryButtonProps {
  readonly sequence: number
  /** The whole row opens the entry, and not the number alone. */
  readonly isWholeRow?: boolean
}

/** The number of an entry of the log; it opens beside the list. */
export function EntryButton({ sequence, isWholeRow = false }: EntryButtonProps) {
  const { open } = useTexts().audit.log
  const navigate = useNavigate({ from: '/audit' })
  return (
    <button
      type="button"
      className={isWholeRow ? classes.open : classes.plain}
      aria-label={open(grouped(sequence))}
      onClick={() => void navigate({ search: (old) => ({ ...old, entry: sequence }), replace: true })}
    >
      {grouped(sequence)}
    </button>
  )
}

interface MoreEntriesProps {
  readonly pages: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}

/** Leads to the entries before those that are shown, where there are any. */
export function MoreEntries({ pages }: MoreEntriesProps) {
  const { more } = useTexts().audit.log
  if (!pages.hasNextPage) return null
  return (
    <div className={classes.more}>
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {more}
      </Button>
    </div>
  )
}
