import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['copydesk-source', 'node', 'import', 'default'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/cli/command-folder.ts',
    // Most of what is slow waits for commands and browsers that it has started.
    maxWorkers: '100%',
    // On a busy machine a test of a second takes ten.
    testTimeout: 30_000,
  },
})
