import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['copydesk-source', 'node', 'import', 'default'] } },
  test: { include: ['test/**/*.test.ts'], globalSetup: 'test/cli/command-folder.ts' },
})
