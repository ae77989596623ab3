/** People, tokens, audit and the state of sources. */
import { describe, expect, test } from 'vitest'
import { useStore, type MakeGround } from './ground.ts'

export function accessContract(make: MakeGround): void {
  describe('access', () => {
    const store = useStore(make)

    test('a token opens for its user until it is revoked, expired or the user disabled', async () => {
      const { access } = store()
      await access.putUser('ana', 'coder')
      await access.putUser('ana', 'editor')
      const token = await access.createToken('ana', { label: 'laptop' }), short = await access.createToken('ana', { expires: '2024-03-01T00:00:01Z' })
      expect(await access.authenticate(token.secret)).toEqual({ user: 'ana', role: 'editor', token: token.id })
      expect(await access.authenticate(short.secret)).toBeNull()
      expect(await access.authenticate(`${token.secret}x`)).toBeNull()
      expect((await access.tokens('ana')).map(t => [t.label, t.lastUsed !== null])).toEqual([['laptop', true], [null, false]])
      expect(JSON.stringify(await access.tokens())).not.toContain(token.secret)
      await access.putUser('ana', 'editor', { disabled: true })
      expect(await access.authenticate(token.secret)).toBeNull()
      await access.putUser('ana', 'reader')
      await access.revokeToken(token.id)
      expect(await access.authenticate(token.secret)).toBeNull()
      await expect(access.createToken('nobody')).rejects.toMatchObject({ code: 'user-unknown' })
      await expect(access.revokeToken('none')).rejects.toMatchObject({ code: 'token-unknown' })
      expect(await access.users()).toMatchObject([{ name: 'ana', role: 'reader', disabled: false }])
    })

    test('the audit shows the newest first', async () => {
      await store().access.audit({ by: 'ana', action: 'decide', subject: 'm1', detail: { kind: 'merge' } })
      await store().access.audit({ by: 'ben', action: 'delete', subject: 'd1', detail: null })
      expect((await store().access.audits({})).rows).toMatchObject([{ by: 'ben', action: 'delete' }, { by: 'ana', detail: { kind: 'merge' } }])
      expect((await store().access.audits({ filters: [{ field: 'by', op: 'eq', value: 'ana' }] })).rows).toHaveLength(1)
    })
  })

  describe('the audit of a change', () => {
    const store = useStore(make)
    const lines = async (): Promise<readonly unknown[]> => (await store().access.audits({ sort: { field: 'at' } })).rows.map(r => [r.action, r.subject])

    test('stands with it in one transaction, once, or not at all', async () => {
      const added = store().audited(result => ({ by: 'ana', action: 'add', subject: (result as readonly { id: string }[])[0]!.id, detail: null }))
      expect(added.written()).toBe(false)
      await added.store.documents.add([{ id: 'one', text: 'One.' }])
      await added.store.documents.add([{ id: 'two', text: 'Two.' }])
      expect([await lines(), added.written()]).toEqual([[['add', 'one']], true])
      const failing = store().audited(() => ({ by: 'ana', action: 'revoke', subject: 'none', detail: null }))
      await expect(failing.store.access.revokeToken('none')).rejects.toMatchObject({ code: 'token-unknown' })
      const broken = store().audited(() => { throw new Error('no line') })
      await expect(broken.store.documents.add([{ id: 'three', text: 'Three.' }])).rejects.toThrow('no line')
      expect([await lines(), failing.written(), await store().documents.get('three')]).toEqual([[['add', 'one']], false, null])
    })
  })

  describe('sources', () => {
    const store = useStore(make)

    test('remember how far they were read, and change only what is named', async () => {
      const { sources } = store(), address = 'https://news.example/feed.xml'
      await sources.put(address, { kind: 'feed', title: 'Example' })
      await sources.put(address, { etag: '"abc"', succeeded: '2024-03-01T00:00:00Z', failures: 0 })
      expect(await sources.put(address, { failures: 1, error: 'The server did not answer.', enabled: false })).toMatchObject({ title: 'Example', etag: '"abc"', failures: 1, enabled: false })
      await sources.put('https://news.example/a.warc', { kind: 'archive', position: '1048576' })
      expect((await sources.list('archive')).map(s => s.position)).toEqual(['1048576'])
      await sources.remove(address)
      expect(await sources.get(address)).toBeNull()
    })
  })
}
