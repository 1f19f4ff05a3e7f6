import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['copydesk-source', 'node', 'import', 'default'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/cli/command-folder.ts',
    // Most of what is slow waits for commands and browsers that it has started.
    maxWorkers: '100%',
    // By the clock, and only to end what hangs: on a busy machine a test of a second takes ten, and one of six a
    // minute.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
