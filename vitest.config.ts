import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['copydesk-source', 'node', 'import', 'default'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/cli/command-folder.ts',
    // On a busy machine a test of a second takes ten.
    testTimeout: 30_000,
  },
})
