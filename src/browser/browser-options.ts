/** What the options of a checker in a page, and of the plugins of its editors, must be. */
import { CHECK_OPTIONS } from '../check/config/check-options.ts'
import { aFunction, aString, expectation, type Expectation, type Expectations } from '../options/expectations.ts'
import type { BrowserOptions } from './messages.ts'

const { plugins: _plugins, customRules: _rules, ...sendable } = CHECK_OPTIONS

/** What each check may be told. */
export const BROWSER_OPTIONS = { ...sendable, config: aString } satisfies Expectations<BrowserOptions>

/** A time to wait. */
export const milliseconds = expectation('milliseconds, from 0', (value) => typeof value === 'number' && value >= 0)

/** A checker that was made by `createChecker`, or is like one. */
export const aChecker: Expectation = expectation(
  'a checker, as createChecker makes it',
  (value) =>
    typeof value === 'object' && value !== null && typeof (value as { readonly check?: unknown }).check === 'function',
)

/** What the plugin of any editor may be told. */
export const EDITOR_SETTINGS = {
  options: aFunction,
  delay: milliseconds,
  onReport: aFunction,
  onFailure: aFunction,
} as const
