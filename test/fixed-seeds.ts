/** Runs before each test file: gives every property its seed, and those that name no number of runs theirs. */
import fc from 'fast-check'
import { runs, SEED } from './runs.ts'

fc.configureGlobal({ numRuns: runs(100, 1000), ...(SEED === undefined ? {} : { seed: SEED }) })
