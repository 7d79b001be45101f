/** The calls the vendor's tool `ksbuilder` makes, request by request as its source (pkg/cloud) sends them. */
export function vendorTool(server: string, apiKey: string) {
  async function send(method: string, path: string, body?: string | FormData): Promise<unknown> {
    const headers: Record<string, string> = { authorization: `Bearer ${apiKey}` }
    if (typeof body === 'string') headers['content-type'] = 'application/json'
    const init = body === undefined ? {} : { body }
    const response = await fetch(server + path, { method, headers, ...init })
    const answer: unknown = await response.json()
    if (response.status !== 200) {
      throw new Error(`${response.status} ${(answer as { message: string }).message}`)
    }
    return answer
  }
  let user = ''
  const tool = {
    send,
    login: async () => {
      user = ((await send('GET', '/apis/user/v1/user')) as { user_id: string }).user_id
      return user
    },
    uploadFiles: async (
      extension: string,
      version: string,
      files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
    ) => {
      const usage = (await send('GET', `/apis/extension/v1/users/${user}/files/usage`)) as { dir: string }
      const form = new FormData()
      files.forEach(({ name, bytes }, index) => {
        form.append(`file${index + 1}`, new Blob([bytes]), name)
        form.append(`file${index + 1}_path`, `${usage.dir}/${extension}/${version}/${name}`)
      })
      const answer = await send('POST', `/apis/extension/v1/users/${user}/files`, form)
      return (answer as { files: { url: string }[] }).files.map(({ url }) => url)
    },
    pushPackage: async (extension: string, bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData()
      form.append('extension_package', new Blob([bytes]), `${extension}.tgz`)
      const path = `/apis/extension/v1/users/${user}/extensions/${extension}/package?force=true&create_extension=true`
      const answer = (await send('POST', path, form)) as { snapshot: { snapshot_id: string } }
      return answer.snapshot.snapshot_id
    },
    submit: (snapshot: string) =>
      send(
        'POST',
        `/apis/extension/v1/users/${user}/snapshots/${snapshot}/action:submit`,
        '{"message": "submit for review"}',
      ),
    unpush: (snapshot: string) =>
      send(
        'POST',
        `/apis/extension/v1/users/${user}/snapshots/${snapshot}/action:cancel-submit`,
        '{"message": "cancel submit"}',
      ),
    list: () =>
      send(
        'POST',
        '/apis/extension/v1/extensions/search',
        JSON.stringify({ developer_ids: [user], statuses: ['*'] }),
      ),
    summary: (extension: string) => send('GET', `/apis/extension/v1/extensions/${extension}/summary`),
    snapshots: (extension: string) => send('GET', `/apis/extension/v1/extensions/${extension}/snapshots`),
    version: (extension: string, version: string) =>
      send('GET', `/apis/extension/v1/extensions/${extension}/versions/${version}`),
  }
  return tool
}
