import { Link } from '@tanstack/react-router'
import { CopyId } from '../format/copy-id.tsx'

interface UserLinkProps {
  readonly id: string
  readonly name: string
}

/** A way to the page of a user, with the id to copy. */
export function UserLink({ id, name }: UserLinkProps) {
  return (
    <>
      <Link to="/users/$id" params={{ id }}>
        {name}
      </Link>{' '}
      <CopyId id={id} />
    </>
  )
}
