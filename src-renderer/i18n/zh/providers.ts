export const providers = { title: '' }
