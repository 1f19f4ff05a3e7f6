/**
 * Stands where an editor looks for `copydesk`: runs the server, and writes down what both sides say and how it ends.
 */
import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'

const [entry, log, ...args] = process.argv.slice(2)
const server = spawn(process.execPath, [entry, ...args], { stdio: 'pipe' })
const note = (what) => appendFileSync(log, `${JSON.stringify(what)}\n`)
note({ args, started: server.pid })

pass('editor', process.stdin, server.stdin)
pass('server', server.stdout, process.stdout)
pass('stderr', server.stderr, process.stderr)
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('close', (code, signal) => {
  note({ ended: code ?? signal })
  process.exit(code ?? 1)
})

function pass(who, from, to) {
  from.on('data', (chunk) => {
    note({ [who]: chunk.toString() })
    to.write(chunk)
  })
  from.on('end', () => to.end())
  // Whoever is gone reads nothing more.
  to.on('error', () => undefined)
}
