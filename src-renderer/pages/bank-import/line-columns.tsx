import { IconCoin, IconHelpCircle } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import classes from '#renderer/files/preview.module.css'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Texts } from '#renderer/i18n/texts.ts'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { ImportSection, PreviewLine } from '#shared/contracts/console-engine/bank-imports.ts'
import { NoveltyMark } from './novelty-mark.tsx'

/** The columns of the lines in a preview. */
export function useLineColumns({ account, head, proof }: ImportSection): readonly DeskColumn<PreviewLine>[] {
  const texts = useTexts()
  const isCompared = account !== null
  const { currency } = head
  // Where no balance runs through, every line is unproven, and the proof says so once.
  const isRunning = proof.checks.some(
    ({ check, verdict }) => check === 'running-balance' && verdict === 'proven',
  )
  return useMemo(() => {
    const words = texts.bankImport.lines
    const { columns } = words
    const none = texts.format.none
    const unit = currency === null || currency === 'CNY' ? words.yuan : currency
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
      ...(isCompared ? [noveltyColumn(texts)] : []),
      moneyColumn('in', columns.in(unit), isRunning, texts),
      moneyColumn('out', columns.out(unit), isRunning, texts),
      {
        id: 'counterparty',
        header: columns.counterparty,
        width: 176,
        minWidth: 160,
        grow: true,
        cell: (line) => line.counterpartyName || none,
        title: ({ counterpartyName, counterpartyAccount }) => `${counterpartyName} ${counterpartyAccount}`,
      },
      {
        id: 'automatic',
        header: columns.automatic,
        width: 136,
        cell: (line) => automaticCell(line, texts),
        title: (line) => line.automatic?.providerName ?? '',
      },
      { id: 'said', header: columns.said, width: 220, cell: said, title: said },
      {
        id: 'balance',
        header: columns.balance(unit),
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
  }, [texts, isCompared, isRunning, currency])
}

function noveltyColumn(texts: Texts): DeskColumn<PreviewLine> {
  const words = texts.bankImport.lines
  return {
    id: 'novelty',
    header: words.columns.novelty,
    width: 92,
    cell: ({ novelty }) => <NoveltyMark novelty={novelty} word={words.novelty[novelty]} />,
  }
}

/** Money of one direction; where no balance proves the direction, a mark says so. */
function moneyColumn(
  direction: PreviewLine['direction'],
  header: string,
  isRunning: boolean,
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
          {line.isDirectionProven || !isRunning ? null : (
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
        <span>{automatic.providerName}</span>
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
