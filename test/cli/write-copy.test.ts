/** Tests writing in place: what is kept, what is refused, and that nothing is left lying about. */
import { chmodSync, chownSync, linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { writeCopy, writeOwn } from '../../src/cli/files/write-copy.ts'
import { checkout } from './checkout.ts'
import { canMount, fillUp, smallDisk } from './small-disk.ts'

const OLD = Buffer.from('The the tram.\n')
const NEW = Buffer.from('The tram.\n')
const isRoot = process.getuid?.() === 0

describe('writing in place', () => {
  test('puts the new bytes there and leaves nothing else', () => {
    const { path, root } = checkout({ 'a.txt': OLD }, { repository: false })
    writeCopy(path('a.txt'), OLD, NEW)
    expect(readFileSync(path('a.txt'), 'utf8')).toBe('The tram.\n')
    expect(readdirSync(root)).toEqual(['a.txt'])
  })

  test.skipIf(process.platform === 'win32')('keeps the mode, special bits and all', () => {
    const { path } = checkout({ 'a.txt': OLD })
    for (const mode of [0o600, 0o664, 0o755, 0o2640, 0o4755]) {
      chmodSync(path('a.txt'), mode)
      writeCopy(path('a.txt'), readFileSync(path('a.txt')), NEW)
      expect(statSync(path('a.txt')).mode & 0o7777).toBe(mode)
    }
  })

  test.skipIf(!isRoot)('keeps the owner where it may', () => {
    const { path } = checkout({ 'a.txt': OLD })
    chownSync(path('a.txt'), 1234, 4321)
    chmodSync(path('a.txt'), 0o2750)
    writeCopy(path('a.txt'), OLD, NEW)
    const { uid, gid, mode } = statSync(path('a.txt'))
    expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: 1234, gid: 4321, mode: 0o2750 })
  })
})

describe('a file is left as it is, without a trace, where it', () => {
  function refused(made: ReturnType<typeof checkout>, name = 'a.txt', was: Buffer = OLD): string {
    const before = readdirSync(made.root).toSorted()
    let message = ''
    expect(() => {
      try {
        writeCopy(made.path(name), was, NEW)
      } catch (error) {
        message = (error as Error).message
        throw error
      }
    }).toThrow(expect.objectContaining({ name: 'UnwrittenFile' }) as Error)
    expect(readdirSync(made.root).toSorted()).toEqual(before)
    return message
  }

  test('has changed since it was read', () => {
    const made = checkout({ 'a.txt': 'Somebody wrote on.\n' })
    expect(refused(made)).toBe('has changed since it was read; it was left as it is')
    expect(readFileSync(made.path('a.txt'), 'utf8')).toBe('Somebody wrote on.\n')
  })

  test('is a link', () => {
    const made = checkout({ 'real.txt': OLD })
    made.link('a.txt', 'real.txt')
    expect(refused(made)).toBe('is a link; fixes are not written through links')
    expect(readFileSync(made.path('real.txt'))).toEqual(OLD)
  })

  test('has a second name', () => {
    const made = checkout({ 'real.txt': OLD })
    linkSync(made.path('real.txt'), made.path('a.txt'))
    expect(refused(made)).toBe('has a second name (a hard link); it was left as it is')
  })

  test.skipIf(process.platform === 'win32')('is read-only, even to the superuser', () => {
    const made = checkout({ 'a.txt': OLD })
    chmodSync(made.path('a.txt'), 0o444)
    expect(refused(made)).toBe('is read-only')
    expect(readFileSync(made.path('a.txt'))).toEqual(OLD)
  })

  test('is gone, or something else by now', () => {
    const made = checkout({ 'folder/x.txt': '' })
    expect(refused(made)).toBe('does not exist any more')
    expect(refused(made, 'folder')).toBe('is no plain file; it can not be fixed in place')
  })

  test.skipIf(process.platform !== 'linux')('lies where nothing can be made', () => {
    const made = checkout()
    expect(refused(made, '../../proc/sys/kernel/hostname', readFileSync('/proc/sys/kernel/hostname'))).toMatch(
      /^can not be written|^may not be written|^does not exist any more/,
    )
  })
})

describe('a file of Copydesk’s own', () => {
  test('is made or replaced, and links are refused', () => {
    const made = checkout({ 'real.json': '{}' })
    writeOwn(made.path('new.json'), 'one')
    writeOwn(made.path('new.json'), 'two')
    expect(readFileSync(made.path('new.json'), 'utf8')).toBe('two')
    expect(statSync(made.path('new.json')).mode & 0o111).toBe(0)
    made.link('link.json', 'real.json')
    expect(() => writeOwn(made.path('link.json'), 'x')).toThrow('is a link')
  })
})

describe.skipIf(!canMount)('on a full disk (skipped where no small disk can be mounted)', () => {
  test('the old bytes stay and the reason is told', () => {
    const { path } = checkout()
    const disk = path('disk')
    smallDisk(disk)
    const draft = Buffer.from('The the tram.\n'.repeat(8000))
    writeFileSync(`${disk}/a.txt`, draft)
    fillUp(disk)
    expect(() => writeCopy(`${disk}/a.txt`, draft, Buffer.alloc(draft.length, 'x'))).toThrow(
      'can not be written: the disk is full',
    )
    expect(readFileSync(`${disk}/a.txt`).equals(draft)).toBe(true)
    expect(readdirSync(disk).toSorted()).toEqual(['.filler', 'a.txt'])
  })
})
