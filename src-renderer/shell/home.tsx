import { Navigate } from '@tanstack/react-router'
import { useAccount } from './use-session.ts'

/** Where the desk opens: whoever only answers callers begins with 查询, everybody else with 今日. */
export function Home() {
  const roles = useAccount()?.roles ?? []
  const answersCallers = roles.length > 0 && roles.every((role) => role === 'support')
  return <Navigate to={answersCallers ? '/look-up' : '/today'} replace />
}
