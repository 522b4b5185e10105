import { useValue, valueStore } from '../room/valueStore.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const STORED_AS = 'candor.theme'

const chosen = valueStore<Theme>(storedTheme())

/** Paints the page in the chosen theme. Called before the first render, so nothing flashes. */
export function showTheme(): void {
  const theme = chosen.get()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function chooseTheme(theme: Theme): void {
  chosen.set(theme)
  showTheme()
  try {
    localStorage.setItem(STORED_AS, theme)
  } catch {
    // A browser that keeps nothing still shows the theme until the page closes.
  }
}

export const useTheme = (): Theme => useValue(chosen)

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return themes.find((theme) => theme === stored) ?? 'system'
  } catch {
    return 'system' // storage is forbidden here
  }
}
