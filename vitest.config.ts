import { defineConfig } from 'vitest/config'

/** Tests that replace modules or globals, bring a page’s, or hold the time of code against the processor’s clock. */
const APART = [
  'test/browser/*.test.ts',
  'test/editors/*.test.ts',
  'test/cli/temporary-files.test.ts',
  'test/facts/reading.test.ts',
  'test/hostile-inputs.test.ts',
  'test/many-stories.test.ts',
  'test/regular-expressions.test.ts',
  'test/server/edit-sequences.test.ts',
  'test/server/thread/check-line.test.ts',
]

// By the clock, and only to end what hangs: on a busy machine a test of a second takes ten, and one of six a minute.
const PATIENCE = { short: 240_000, long: 3_600_000 }

/** `--mode long` looks much further than a push can wait for; test/runs.ts says how far. */
export default defineConfig(({ mode }) => {
  const length = mode === 'long' ? 'long' : 'short'
  return {
    ssr: { resolve: { conditions: ['copydesk-source', 'node', 'import', 'default'] } },
    test: {
      // Most of what is slow waits for commands and browsers that it has started.
      maxWorkers: '100%',
      testTimeout: PATIENCE[length],
      hookTimeout: PATIENCE[length],
      env: { TEST_LENGTH: length },
      setupFiles: 'test/fixed-seeds.ts',
      globalSetup: 'test/cli/command-folder.ts',
      projects: [
        // To load all of the sources anew for each file takes longer than most of the tests do.
        { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: APART, isolate: false } },
        { extends: true, test: { name: 'apart', include: APART } },
      ],
    },
  }
})
