import type { Words } from '../words.ts'
import type { settings as original } from '../zh/settings.ts'

export const settings: Words<typeof original> = {
  account: 'Account',
  name: 'Name',
  email: 'E-mail',
  roles: 'Roles',
  signOut: 'Sign out',
  display: 'Display',
  language: 'Language',
  theme: 'Theme',
  platform: 'Platform',
  platformName: 'Name',
  address: 'Address',
  demo: 'Demo platform',
  unknown: 'The platform has not answered yet',
  program: 'This machine',
  dataFolder: 'Data folder',
  version: 'Version',
  password: {
    title: 'Password',
    current: 'Present password',
    next: 'New password',
    change: 'Change password',
    wrong: 'The present password is wrong',
    changed: 'Your password is changed; you are signed out everywhere else.',
  },
  browsers: {
    title: 'Browsers',
    letIn: 'Let in',
    count: (count) => (count === 1 ? 'Only this one' : `${count}, this one among them`),
    endOthers: (count) => (count === 1 ? 'End the other' : `End the other ${count}`),
  },
  timeZone: 'Time',
  timeZoneValue: 'All times are Beijing time (UTC+8)',
  keys: 'Keys',
  showKeys: 'Show the keys',
}
