/** Light or dark: as the system has it, until one chooses. */

const KEPT = 'copydesk-theme'

/** Makes a button switch between the two. The choice is all that the page keeps. */
export function setUpTheme(button: HTMLElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  let chosen = kept()
  const isDark = (): boolean => (chosen ? chosen === 'dark' : system.matches)
  const show = (): void => {
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light'
    button.setAttribute('aria-pressed', String(isDark()))
  }
  system.addEventListener('change', show)
  button.addEventListener('click', () => {
    chosen = isDark() ? 'light' : 'dark'
    keep(chosen)
    show()
  })
  show()
}

function kept(): string | undefined {
  try {
    return localStorage.getItem(KEPT) ?? undefined
  } catch {
    // A browser may forbid a page that was opened as a file to keep anything.
    return undefined
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(KEPT, theme)
  } catch {
    // It holds until the page is closed.
  }
}
