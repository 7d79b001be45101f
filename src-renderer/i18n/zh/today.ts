export const today = { title: '' }
