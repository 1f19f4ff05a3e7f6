/** A disk that is soon full, for tests of what happens then. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'

const SIZE = ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs']

/** Whether a disk can be mounted here; only the superuser of Linux may. */
export const canMount =
  process.getuid?.() === 0
  && process.platform === 'linux'
  && ((): boolean => {
    const folder = `/tmp/copydesk-mount-${process.pid}`
    mkdirSync(folder, { recursive: true })
    const isMounted = spawnSync('mount', [...SIZE, folder]).status === 0
    if (isMounted) execFileSync('umount', [folder])
    rmdirSync(folder)
    return isMounted
  })()

/** Mounts a disk of 256 kB for one test. */
export function smallDisk(folder: string): void {
  mkdirSync(folder)
  execFileSync('mount', [...SIZE, folder])
  onTestFinished(() => void execFileSync('umount', [folder]))
}

/** Takes all the room that is left, and gives the file's path. */
export function fillUp(disk: string): string {
  const filler = `${disk}/.filler`
  try {
    writeFileSync(filler, Buffer.alloc(400_000))
  } catch {
    // That is what it is for.
  }
  return filler
}
