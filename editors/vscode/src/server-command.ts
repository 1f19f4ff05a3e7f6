/** What is run as the language server: the one that the extension carries, or the one that the user names. */
import { join } from 'node:path'
import { TransportKind, type ServerOptions } from 'vscode-languageclient/node'

/** How a server is run, and what it is called where something is said of it. */
export interface ServerCommand {
  readonly options: ServerOptions
  readonly name: string
}

/**
 * @param folder The extension's folder. The server is run there and not in the workspace, where a stranger's files
 * could be taken for programs.
 * @param path What the user has set: a command, or its script; empty for the server in the extension.
 */
export function serverCommand(folder: string, path: string): ServerCommand {
  const options = { cwd: folder }
  if (path === '' || /\.[cm]?js$/i.test(path)) {
    const module = path === '' ? join(folder, 'server/dist/bin/copydesk.js') : path
    return {
      name: path === '' ? 'its own server' : `“${path}”`,
      options: { module, args: ['lsp'], transport: TransportKind.stdio, options },
    }
  }
  // What npm installs as a command on Windows is a script that only a shell runs.
  const needsShell = process.platform === 'win32' && !/\.exe$/i.test(path)
  const command = needsShell ? `"${path}"` : path
  return {
    name: `“${path}”`,
    options: { command, args: ['lsp'], transport: TransportKind.stdio, options: { ...options, shell: needsShell } },
  }
}
