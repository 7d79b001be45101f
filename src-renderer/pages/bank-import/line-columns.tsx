import { IconCoin, IconHelpCircle } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Texts } from '#renderer/i18n/texts.ts'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { PreviewLine } from '#shared/contracts/console-engine/bank-imports.ts'
import { NoveltyMark } from './novelty-mark.tsx'
import classes from './preview.module.css'

/** The columns of the lines in a preview. */
export function useLineColumns(): readonly DeskColumn<PreviewLine>[] {
  const texts = useTexts()
  return useMemo(() => {
    const words = texts.bankImport.lines
    const { columns } = words
    const none = texts.format.none
    const booked = ({ bookedOn, bookedTime }: PreviewLine) =>
      bookedTime === null ? bookedOn : `${bookedOn} ${bookedTime}`
    return [
      {
        id: 'bookedOn',
        header: columns.bookedOn,
        width: 136,
        fixed: true,
        cell: (line) => booked(line).slice(0, 16),
        title: booked,
      },
      {
        id: 'novelty',
        header: columns.novelty,
        width: 80,
        cell: ({ novelty }) => <NoveltyMark novelty={novelty} word={words.novelty[novelty]} />,
      },
      moneyColumn('in', columns.in, texts),
      moneyColumn('out', columns.out, texts),
      {
        id: 'counterparty',
        header: columns.counterparty,
        width: 160,
        minWidth: 128,
        grow: true,
        cell: (line) => line.counterpartyName || none,
        title: ({ counterpartyName, counterpartyAccount }) => `${counterpartyName} ${counterpartyAccount}`,
      },
      {
        id: 'automatic',
        header: columns.automatic,
        width: 144,
        cell: (line) => automaticCell(line, texts),
        title: (line) => line.automatic?.providerName ?? '',
      },
      { id: 'said', header: columns.said, width: 220, cell: said, title: said },
      {
        id: 'balance',
        header: columns.balance,
        width: 120,
        align: 'right',
        cell: ({ balanceAfter }) => (balanceAfter === null ? none : plainYuan(balanceAfter)),
      },
      {
        id: 'serial',
        header: columns.serial,
        width: 148,
        hiddenAtFirst: true,
        cell: ({ serial }) => serial ?? none,
        title: ({ serial }) => serial ?? none,
      },
      {
        id: 'account',
        header: columns.account,
        width: 168,
        hiddenAtFirst: true,
        cell: (line) => line.counterpartyAccount || none,
        title: (line) => line.counterpartyAccount,
      },
      {
        id: 'place',
        header: columns.place,
        width: 112,
        hiddenAtFirst: true,
        cell: ({ place }) => texts.bankImport.skipped.place(place.page, grouped(place.row)),
      },
    ]
  }, [texts])
}

/** Money of one direction; where no balance proves the direction, a mark says so. */
function moneyColumn(
  direction: PreviewLine['direction'],
  header: string,
  texts: Texts,
): DeskColumn<PreviewLine> {
  const words = texts.bankImport.lines
  return {
    id: direction,
    header,
    width: 108,
    align: 'right',
    cell: (line) =>
      line.direction !== direction ? (
        ''
      ) : (
        <>
          {line.isReversal ? <span className={classes.quiet}>{words.reversal} </span> : null}
          {line.isDirectionProven ? null : (
            <span className={classes.unproven} title={words.unproven}>
              <IconHelpCircle size={14} aria-label={words.unproven} />
            </span>
          )}
          {plainYuan(line.amount)}
        </>
      ),
  }
}

function automaticCell({ automatic, suggestions }: PreviewLine, texts: Texts): ReactNode {
  if (automatic !== null) {
    return (
      <span className={classes.automatic}>
        <IconCoin size={14} aria-hidden />
        {automatic.providerName}
      </span>
    )
  }
  return suggestions === 0 ? (
    ''
  ) : (
    <span className={classes.quiet}>{texts.bankImport.lines.suggestions(grouped(suggestions))}</span>
  )
}

/** Summary, purpose and remark, each once. */
function said({ summary, purpose, remark }: PreviewLine): string {
  return [...new Set([summary, purpose, remark])].filter((text) => text !== '').join(' · ')
}
