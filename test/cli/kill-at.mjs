/**
 * Loaded before the command: kills its process at a moment of writing one of its files. KILL_AT is a moment and the
 * file's number.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [moment, number] = process.env.KILL_AT.split(' ')
const { writeSync, fsyncSync, renameSync } = fs
let written = 0

const isTime = (now) => now === moment && written === Number(number)
const kill = () => process.kill(process.pid, 'SIGKILL')

fs.writeSync = (file, bytes, ...rest) => {
  written++
  if (isTime('half-written')) {
    writeSync(file, bytes.subarray(0, bytes.length / 2))
    kill()
  }
  const length = writeSync(file, bytes, ...rest)
  if (isTime('written')) kill()
  return length
}
fs.fsyncSync = (file) => {
  fsyncSync(file)
  if (isTime('flushed')) kill()
}
fs.renameSync = (...names) => {
  renameSync(...names)
  if (isTime('renamed')) kill()
}
syncBuiltinESMExports()
