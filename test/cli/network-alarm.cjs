/**
 * Preloaded into a process, takes down and forbids every way to the network, and every other process that could take
 * one.
 */
'use strict'
const { appendFileSync } = require('node:fs')
const module_ = require('node:module')

const forbid = (owner, name, what) => {
  owner[name] = function forbidden() {
    appendFileSync(process.env.NETWORK_ALARM, `${what}\n`)
    throw new Error(`${what} is forbidden`)
  }
}

const forbidAll = (name, functions) => {
  const owner = require(`node:${name}`)
  for (const one of functions) if (typeof owner[one] === 'function') forbid(owner, one, `${name}.${one}`)
}

const net = require('node:net')
forbid(net.Socket.prototype, 'connect', 'net.Socket.connect')
forbid(net.Server.prototype, 'listen', 'net.Server.listen')
forbidAll('net', ['connect', 'createConnection', 'createServer'])
forbidAll('tls', ['connect', 'createServer'])
forbidAll('http', ['request', 'get', 'createServer'])
forbidAll('https', ['request', 'get', 'createServer'])
forbidAll('http2', ['connect', 'createServer', 'createSecureServer'])
forbidAll('dgram', ['createSocket'])
const dns = require('node:dns')
forbidAll(
  'dns',
  Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
)
forbidAll(
  'dns/promises',
  Object.keys(dns.promises).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
)
forbidAll('child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
// The alarm is preloaded into threads as well.
if (process.env.NETWORK_ALARM_THREADS !== 'allowed') forbidAll('worker_threads', ['Worker'])
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) forbid(globalThis, name, name)
module_.syncBuiltinESMExports()
