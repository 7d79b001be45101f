import classes from '#renderer/files/preview.module.css'
import { grouped } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import { AccountChoice } from './account-choice.tsx'
import type { FileImports, ReadPreview } from './file-imports.ts'
import { encodingName, formatName } from './format-name.ts'
import { moneyText } from './money-text.ts'

interface HeadPartProps {
  readonly imports: FileImports
  readonly preview: ReadPreview
  readonly section: ImportSection
}

/** What the file says of itself: whose account, which days, from which balance to which. */
export function HeadPart({ imports, preview, section }: HeadPartProps) {
  const texts = useTexts().bankImport
  const say = useBilingual()
  const { head, proof } = section
  const words = texts.head
  const balance = (amount: number | null) =>
    amount === null ? words.unknown : moneyText(amount, head.currency)
  const sum = (sign: string, { amount, count }: ImportSection['in']) => ({
    amount: `${count === 0 ? '' : sign}${moneyText(amount, head.currency)}`,
    count: texts.lines.count(grouped(count)),
  })
  const into = sum('+', section.in)
  const out = sum('−', section.out)
  return (
    <CaseSection
      title={preview.fileName}
      aside={`${formatName(preview.format, texts, say)} · ${encodingName(preview.encoding, texts)}`}
    >
      <dl className={classes.facts}>
        <div>
          <dt>{words.account}</dt>
          <dd>
            <AccountChoice imports={imports} importId={preview.importId} section={section} />
          </dd>
        </div>
        <div>
          <dt>{words.period}</dt>
          <dd>{head.period === null ? words.noLines : words.periodText(head.period.from, head.period.to)}</dd>
        </div>
        {preview.unread.length === 0 ? null : (
          <div>
            <dt>{words.unread}</dt>
            <dd className={classes.warn}>{preview.unread.join(' · ')}</dd>
          </div>
        )}
      </dl>
      <table className={classes.balances}>
        <tbody>
          <tr>
            <th scope="row">{words.opening}</th>
            <td />
            <td>{balance(proof.opening)}</td>
          </tr>
          <tr>
            <th scope="row">{words.in}</th>
            <td>{into.count}</td>
            <td>{into.amount}</td>
          </tr>
          <tr>
            <th scope="row">{words.out}</th>
            <td>{out.count}</td>
            <td>{out.amount}</td>
          </tr>
          <tr>
            <th scope="row">{words.closing}</th>
            <td />
            <td>{balance(proof.closing)}</td>
          </tr>
        </tbody>
      </table>
    </CaseSection>
  )
}
