export const sync = { title: '' }
