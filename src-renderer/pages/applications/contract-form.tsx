import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import {
  type SignedContract,
  signedContractSchema,
} from '#shared/contracts/console-platform/records/application.ts'
import classes from './contracts-section.module.css'

interface ContractFormProps {
  readonly agreement: ApplicationCase['agreements'][number]
  readonly signer: string
  readonly today: string
  readonly deciding: boolean
  readonly onRecord: (contract: SignedContract) => void
  readonly onCancel: () => void
}

/** Records that an agreement was signed: its version, by whom and when. */
export function ContractForm({ agreement, signer, today, deciding, onRecord, onCancel }: ContractFormProps) {
  const texts = useTexts()
  const say = useBilingual()
  const [version, setVersion] = useState(agreement.version)
  const [signedBy, setSignedBy] = useState(signer)
  const [signedOn, setSignedOn] = useState(today)
  const contract = signedContractSchema.safeParse({
    agreement: agreement.key,
    version: version.trim(),
    signedBy: signedBy.trim(),
    signedOn,
  })
  const complete = contract.success && contract.data.signedOn <= today
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (contract.success && complete) onRecord(contract.data)
      }}
    >
      <TextInput
        label={texts.applications.contracts.version}
        maxLength={32}
        value={version}
        onChange={(event) => setVersion(event.currentTarget.value)}
      />
      <TextInput
        label={texts.applications.contracts.signedBy}
        maxLength={100}
        data-autofocus
        value={signedBy}
        onChange={(event) => setSignedBy(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={texts.applications.contracts.signedOn}
        max={today}
        value={signedOn}
        onChange={(event) => setSignedOn(event.currentTarget.value)}
      />
      <Group gap={8}>
        <Button type="submit" disabled={!complete} loading={deciding}>
          {texts.applications.contracts.save(say(agreement.name).replace(/^《|》$/g, ''))}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {texts.review.form.cancel}
        </Button>
      </Group>
    </form>
  )
}
